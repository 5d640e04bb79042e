"""Python stops with a TypeError: an index has to be a whole number, and `/` always gives a float."""


def middle_letter(word):
    middle = word[len(word) / 2]

    return middle
