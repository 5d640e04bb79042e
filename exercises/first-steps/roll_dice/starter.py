# Write your function here, and the import that it needs above it.
