"""Your stopwatch catches the exception and keeps it. The block has failed, and the program goes on
as if it hadn't. Note the time, and let the exception pass."""

from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    start = clock()
    try:
        yield
    except Exception:
        pass
    times[name] = times.get(name, 0) + clock() - start
