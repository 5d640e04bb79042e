"""You collect the letters that are in at least one of the words. They have to be in both."""


def common_letters(one, other):
    return set(one.lower()) | set(other.lower())
