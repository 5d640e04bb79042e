import functools
import time


def timed_calls(function, clock=time.perf_counter):
    """Return the function with a list `seconds`: how long each call took."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        wrapper.seconds.append(clock() - start)
        return result

    wrapper.seconds = []
    return wrapper
