import functools
import time


def timed_calls(function, clock=time.perf_counter):
    seconds = []

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        before = clock()
        try:
            return function(*args, **kwargs)
        finally:
            seconds.append(clock() - before)

    wrapper.seconds = seconds
    return wrapper
