"""A job with exactly 80 % comes out as mixed. "At least 80 %" includes the 80 itself."""


def classify_work(waits, computes):
    total = waits + computes
    if total == 0:
        return "mixed"
    if waits * 100 > total * 80:
        return "waiting"
    if computes * 100 > total * 80:
        return "computing"
    return "mixed"


def shortest_time(jobs):
    all_computing = sum(computes for waits, computes in jobs)
    longest_job = max((waits + computes for waits, computes in jobs), default=0)
    return max(all_computing, longest_job)
