"""You take the letter at the same index, however long the word is. Work the index out from the length."""


def middle_letter(word):
    middle = word[len(word) - len(word)]

    return middle
