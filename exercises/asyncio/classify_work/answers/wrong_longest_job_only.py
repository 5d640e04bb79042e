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
    all_computing = sum(computes for waits, computes in jobs)
    longest_job = max((waits + computes for waits, computes in jobs), default=0)
    return longest_job
