def common_letters(one, other):
    found = set()
    for letter in one.lower():
        if letter in other.lower():
            found.add(letter)
    return found
