"""Only the last call is in the list. Make the list once, and append to it."""

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
