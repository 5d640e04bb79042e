def parse_git_log(text):
    """Return the commits of a log as dictionaries, in the order of the log."""
