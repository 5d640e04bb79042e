def middle_letter(word):
    """Find the letter in the middle of a word."""
    middle = word[len(word) // 2]

    return middle
