from datetime import UTC, datetime


def incident_timeline(logs, start, end):
    """Return the lines of all logs from `start` to `end`, in order, on the clock of UTC."""
