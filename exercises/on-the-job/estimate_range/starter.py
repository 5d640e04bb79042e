import math


def estimate_range(steps):
    """Return (low, high) in whole hours for steps of (name, best, likely, worst)."""
