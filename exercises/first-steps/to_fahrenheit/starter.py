# Write the function to_fahrenheit(celsius) here.
