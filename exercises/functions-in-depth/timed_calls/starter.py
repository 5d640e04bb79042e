import functools
import time


def timed_calls(function, clock=time.perf_counter):
    """Return the function with a list `seconds`: how long each call took."""
    return function
