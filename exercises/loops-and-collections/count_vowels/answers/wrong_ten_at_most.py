def count_vowels(text):
    number = 0
    for letter in text.lower():
        if letter in "aeiou":
            number += 1
            if number > 9:
                break
    return number
