"""You make a new list at each call, so only the last one is there. Make it once, and append to it."""

import functools
import time


def timed_calls(function, clock=time.perf_counter):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        wrapper.seconds = [clock() - start]
        return result

    wrapper.seconds = []
    return wrapper
