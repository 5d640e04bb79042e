def count_vowels(text):
    return len([one for one in text.upper() if one in "AEIOU"])
