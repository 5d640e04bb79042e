def merge_logs(folder, target):
    """Write the lines of all logs in `folder` to `target`, by time. Return how many there are."""
