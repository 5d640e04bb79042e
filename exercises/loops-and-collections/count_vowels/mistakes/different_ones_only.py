"""A vowel that occurs several times is counted once. Count the characters of the text, not the different vowels."""


def count_vowels(text):
    count = 0
    for vowel in "aeiou":
        if vowel in text.lower():
            count += 1
    return count
