"""Uppercase vowels are not counted. An `A` is a vowel too."""


def count_vowels(text):
    count = 0
    for letter in text:
        if letter in "aeiou":
            count += 1
    return count
