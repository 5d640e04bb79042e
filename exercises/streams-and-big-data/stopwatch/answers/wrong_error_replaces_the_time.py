from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    start = clock()
    try:
        yield
    except BaseException:
        times[name] = clock() - start
        raise
    seconds = clock() - start
    times[name] = times.get(name, 0) + seconds
