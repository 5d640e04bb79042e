import functools
import time


def timed_calls(function, clock=time.perf_counter):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        if clock() >= start:
            wrapper.seconds.append(clock() - start)
        return result

    wrapper.seconds = []
    return wrapper
