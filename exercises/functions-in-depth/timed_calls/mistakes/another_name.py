"""The decorated function has lost its name and docstring. Error messages and `help` would show the wrapper
everywhere. There is a helper that copies both over."""

import time


def timed_calls(function, clock=time.perf_counter):
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        wrapper.seconds.append(clock() - start)
        return result

    wrapper.seconds = []
    return wrapper
