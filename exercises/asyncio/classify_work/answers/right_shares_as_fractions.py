from fractions import Fraction

def classify_work(waits, computes):
    """Return `waiting`, `computing` or `mixed` for a job; times in milliseconds."""
    if not waits + computes:
        return "mixed"
    waiting = Fraction(waits, waits + computes)
    if waiting >= Fraction(4, 5):
        return "waiting"
    return "computing" if waiting <= Fraction(1, 5) else "mixed"


def shortest_time(jobs):
    """Return the least time for all `(waits, computes)` jobs in one thread."""
    longest = computing = 0
    for waits, computes in jobs:
        longest = max(longest, waits + computes)
        computing += computes
    return computing if computing > longest else longest
