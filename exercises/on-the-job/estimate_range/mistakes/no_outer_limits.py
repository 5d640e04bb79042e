"""For a step with a long tail your range begins below the best case, or ends above the worst one. That cannot
happen: keep `low` and `high` inside the sums of the best and of the worst cases."""

import math


def estimate_range(steps):
    expected = squares = 0
    for name, best, likely, worst in steps:
        if not best <= likely <= worst:
            raise ValueError(f"step {name}: {best}, {likely}, {worst} are not in order")
        expected += (best + 4 * likely + worst) / 6
        squares += ((worst - best) / 6) ** 2
    spread = math.sqrt(squares)
    return math.floor(expected - 2 * spread), math.ceil(expected + 2 * spread)
