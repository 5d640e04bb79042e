def count_vowels(text):
    number = 0
    before = ""
    for letter in text.lower():
        if letter in "aeiou" and letter != before:
            number += 1
        before = letter
    return number
