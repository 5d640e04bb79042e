"""All decorated functions share one list, so you can't tell which of them was slow. Make the list when a
function is decorated."""

import functools
import time

SECONDS = []


def timed_calls(function, clock=time.perf_counter):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        SECONDS.append(clock() - start)
        return result

    wrapper.seconds = SECONDS
    return wrapper
