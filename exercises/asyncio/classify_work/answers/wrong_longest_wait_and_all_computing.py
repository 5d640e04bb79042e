def classify_work(waits, computes):
    """Return `waiting`, `computing` or `mixed` for a job; times in milliseconds."""
    total = waits + computes
    if total == 0:
        return "mixed"
    if waits * 100 >= total * 80:
        return "waiting"
    if computes * 100 >= total * 80:
        return "computing"
    return "mixed"


def shortest_time(jobs):
    """Return the least time for all `(waits, computes)` jobs in one thread."""
    longest_wait = max((waits for waits, _ in jobs), default=0)
    return longest_wait + sum(computes for _, computes in jobs)
