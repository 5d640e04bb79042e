import functools
import time


def timed_calls(function, clock=time.perf_counter):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        before = clock()
        result = function(*args, **kwargs)
        wrapper.seconds.append(round(clock() - before, 6))
        return result
    wrapper.seconds = []
    return wrapper
