"""Source in, steps of execution out."""
