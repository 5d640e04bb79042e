from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    """Add the seconds that the block takes to `times`, under `name`."""
    start = clock()
    try:
        yield
    finally:
        seconds = round(clock() - start, 2)
        times[name] = times.get(name, 0) + seconds
