"""You return a list, and a letter may be in it twice. A set is wanted."""


def common_letters(one, other):
    return [letter for letter in one.lower() if letter in other.lower()]
