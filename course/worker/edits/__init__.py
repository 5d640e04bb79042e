"""Small edits of a syntax tree, made and taken back in place: what a mistake is mended by."""
