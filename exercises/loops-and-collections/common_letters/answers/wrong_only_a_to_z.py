def common_letters(one, other):
    found = set()
    for letter in "abcdefghijklmnopqrstuvwxyz":
        if letter in one.lower() and letter in other.lower():
            found.add(letter)
    return found
