"""The decorated function is called `wrapper` now and has lost its docstring. Error messages and `help`
would speak of `wrapper` everywhere. There is a helper that copies both over."""

import time


def timed_calls(function, clock=time.perf_counter):
    def wrapper(*args, **kwargs):
        start = clock()
        result = function(*args, **kwargs)
        wrapper.seconds.append(clock() - start)
        return result

    wrapper.seconds = []
    return wrapper
