# Write the function common_letters(one, other) here.
