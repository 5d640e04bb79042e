# Write the function pick_greeting(name, hour) here.
