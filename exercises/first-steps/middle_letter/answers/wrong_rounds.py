def middle_letter(word):
    return word[round(len(word) / 2) - 1]
