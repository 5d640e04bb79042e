import math


def estimate_range(steps):
    """Return (low, high) in whole hours for steps of (name, best, likely, worst)."""
    expected = squares = least = most = 0
    for name, best, likely, worst in steps:
        if not best <= likely <= worst:
            raise ValueError(f"step {name}: {best}, {likely}, {worst} are not in order")
        expected += round((best + 4 * likely + worst) / 6)
        squares += ((worst - best) / 6) ** 2
        least += best
        most += worst
    spread = math.sqrt(squares)
    low = max(math.floor(expected - 2 * spread), least)
    high = min(math.ceil(expected + 2 * spread), most)
    return low, high
