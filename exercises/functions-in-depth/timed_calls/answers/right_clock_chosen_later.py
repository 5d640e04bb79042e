import functools
import time


def timed_calls(function, clock=None):
    if clock is None:
        clock = time.perf_counter
    seconds = []

    @functools.wraps(function)
    def timed(*args, **kwargs):
        before = clock()
        try:
            return function(*args, **kwargs)
        finally:
            seconds.append(clock() - before)

    timed.seconds = seconds
    return timed
