def classify_work(waits, computes):
    """Return `waiting`, `computing` or `mixed` for a job; times in milliseconds."""
    if waits > 0 and waits >= 4 * computes:
        return "waiting"
    if computes > 0 and computes >= 4 * waits:
        return "computing"
    return "mixed"


def shortest_time(jobs):
    """Return the least time for all `(waits, computes)` jobs in one thread."""
    if not jobs:
        return 0
    return max(sum(job[1] for job in jobs), *(sum(job) for job in jobs))
