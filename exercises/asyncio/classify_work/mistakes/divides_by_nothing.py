"""A job that takes no time at all makes your function divide by 0. Give its answer before you work
out any share."""


def classify_work(waits, computes):
    share = waits / (waits + computes)
    if share >= 0.8:
        return "waiting"
    if share <= 0.2:
        return "computing"
    return "mixed"


def shortest_time(jobs):
    all_computing = sum(computes for waits, computes in jobs)
    longest_job = max((waits + computes for waits, computes in jobs), default=0)
    return max(all_computing, longest_job)
