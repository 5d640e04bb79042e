import math
from fractions import Fraction


def estimate_range(steps):
    """Return (low, high) in whole hours for steps of (name, best, likely, worst)."""
    for name, *hours in steps:
        if hours != sorted(hours):
            raise ValueError(f"the hours of {name} are not in order")
    best = sum(step[1] for step in steps)
    worst = sum(step[3] for step in steps)
    middle = Fraction(sum(s[1] + 4 * s[2] + s[3] for s in steps), 6)
    spread = math.hypot(*((s[3] - s[1]) / 6 for s in steps))
    return max(best, math.floor(middle - 2 * spread)), min(worst, math.ceil(middle + 2 * spread))
