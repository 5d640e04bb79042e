"""Your range goes one spread down and one up. The brief asks for two each way: with one, the work would end
outside your range about every third time."""

import math


def estimate_range(steps):
    expected = squares = least = most = 0
    for name, best, likely, worst in steps:
        if not best <= likely <= worst:
            raise ValueError(f"step {name}: {best}, {likely}, {worst} are not in order")
        expected += (best + 4 * likely + worst) / 6
        squares += ((worst - best) / 6) ** 2
        least += best
        most += worst
    spread = math.sqrt(squares)
    low = max(math.floor(expected - spread), least)
    high = min(math.ceil(expected + spread), most)
    return low, high
