import functools
import time


def timed_calls(function, clock=time.perf_counter):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        wrapper.seconds.append(round(clock() - start, 2))
        return result

    wrapper.seconds = []
    return wrapper
