# Write the function times_table(size) here.
