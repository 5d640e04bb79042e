# Write the function fizz_buzz(number) here.
