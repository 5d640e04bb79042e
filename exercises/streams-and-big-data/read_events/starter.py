def read_events(lines):
    """Yield a dictionary with time, user and feature for each whole line of the log."""
