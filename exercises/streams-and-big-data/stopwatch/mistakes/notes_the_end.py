"""You note what time it is after the block, not how long it took. For that you also need to know
when it began."""

from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    clock()
    try:
        yield
    finally:
        times[name] = times.get(name, 0) + clock()
