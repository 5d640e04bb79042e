# Write the function two_together(seats) here.
