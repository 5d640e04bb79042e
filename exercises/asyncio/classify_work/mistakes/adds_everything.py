"""You add up the waits as well, as if the jobs ran one after the other. With asyncio the waits pass at
the same time; only the computing adds up."""


def classify_work(waits, computes):
    total = waits + computes
    if total == 0:
        return "mixed"
    if waits * 100 >= total * 80:
        return "waiting"
    if computes * 100 >= total * 80:
        return "computing"
    return "mixed"


def shortest_time(jobs):
    return sum(waits + computes for waits, computes in jobs)
