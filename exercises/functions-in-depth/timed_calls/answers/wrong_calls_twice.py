import functools
import time


def timed_calls(function, clock=time.perf_counter):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        function(*args, **kwargs)
        before = clock()
        result = function(*args, **kwargs)
        wrapper.seconds.append(clock() - before)
        return result
    wrapper.seconds = []
    return wrapper
