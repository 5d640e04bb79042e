def classify_work(waits, computes):
    """Return `waiting`, `computing` or `mixed` for a job; times in milliseconds."""


def shortest_time(jobs):
    """Return the least time for all `(waits, computes)` jobs in one thread."""
