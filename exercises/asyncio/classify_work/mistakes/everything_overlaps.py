"""You let the computing overlap too: for three jobs of 100 ms computing you say about 100. But one
thread computes one thing at a time. This is the half-truth of the lesson."""


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
    return max((waits + computes for waits, computes in jobs), default=0)
