import math


def estimate_range(steps):
    expected = 0
    squares = 0
    for name, best, likely, worst in steps:
        if best > likely or likely > worst:
            raise ValueError(f"step {name}: from best to worst, please")
        expected += best + 4 * likely + worst
        squares += (worst - best) ** 2
    # everything in sixths, so that whole numbers stay whole
    low = math.floor((expected - 2 * math.sqrt(squares)) / 6)
    high = math.ceil((expected + 2 * math.sqrt(squares)) / 6)
    return max(low, min((s[1] for s in steps), default=0)), min(high, sum(s[3] for s in steps))
