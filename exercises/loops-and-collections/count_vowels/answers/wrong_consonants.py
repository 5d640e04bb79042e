def count_vowels(text):
    return sum(letter.isalpha() and letter not in "bcdfghjklmnpqrstvwxz" for letter in text.lower())
