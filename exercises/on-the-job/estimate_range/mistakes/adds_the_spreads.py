"""You add up the spreads themselves. That is right only if everything goes wrong together. Square each
spread first, and take the square root of their sum."""

import math


def estimate_range(steps):
    expected = spread = least = most = 0
    for name, best, likely, worst in steps:
        if not best <= likely <= worst:
            raise ValueError(f"step {name}: {best}, {likely}, {worst} are not in order")
        expected += (best + 4 * likely + worst) / 6
        spread += (worst - best) / 6
        least += best
        most += worst
    low = max(math.floor(expected - 2 * spread), least)
    high = min(math.ceil(expected + 2 * spread), most)
    return low, high
