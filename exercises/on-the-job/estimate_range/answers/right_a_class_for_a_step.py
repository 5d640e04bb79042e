import math
from typing import NamedTuple


class Step(NamedTuple):
    """One step of a task, in hours."""

    name: str
    best: int
    likely: int
    worst: int

    @property
    def expected(self):
        return (self.best + 4 * self.likely + self.worst) / 6

    @property
    def variance(self):
        return (self.worst - self.best) ** 2 / 36


def estimate_range(steps):
    """Return (low, high) in whole hours for steps of (name, best, likely, worst)."""
    steps = [Step(*step) for step in steps]
    for step in steps:
        if step.likely < step.best or step.worst < step.likely:
            raise ValueError(step.name)
    expected = sum(step.expected for step in steps)
    away = 2 * sum(step.variance for step in steps) ** 0.5
    low, high = math.floor(expected - away), math.ceil(expected + away)
    low = max(low, sum(step.best for step in steps))
    return low, min(high, sum(step.worst for step in steps))
