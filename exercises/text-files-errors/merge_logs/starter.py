def merge_logs(folder, target):
    """Write the lines of all logs to `target`, by time; return their number."""
