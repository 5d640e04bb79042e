def middle_letter(word):
    middle = word[len(word) // 2 - len(word) % 2]

    return middle
