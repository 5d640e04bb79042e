def middle_letter(word):
    return word.lower()[len(word) // 2]
