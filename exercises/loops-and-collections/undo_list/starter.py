# Write the function apply_edits(items, edits) here.
