# Write the function make_sentence here.
