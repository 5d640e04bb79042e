def middle_letter(word):
    half = len(word) // 2
    return word[half : half + 1]
