# Write the function count_vowels(text) here.
