def initials(first, last):
    capitals = [letter for letter in first + " " + last if letter.isupper()]
    return f"{capitals[0]}.{capitals[-1]}."
