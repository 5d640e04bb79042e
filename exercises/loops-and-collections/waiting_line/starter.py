# Write the function serve_next(line, newcomer, collects) here.
