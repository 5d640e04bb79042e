def middle_letter(word):
    index = int(len(word) / 2)
    middle = word[index]

    return middle
