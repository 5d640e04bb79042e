from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    before = times.get(name, 0)
    begin = clock()
    try:
        yield
    finally:
        times[name] = before + clock() - begin
