"""An uppercase letter and its lowercase one count as two different letters in your program. Make them alike first."""


def common_letters(one, other):
    return set(one) & set(other)
