def count_vowels(text):
    total = 0
    for vowel in "aeiouAEIOU":
        total += text.count(vowel)
    return total
