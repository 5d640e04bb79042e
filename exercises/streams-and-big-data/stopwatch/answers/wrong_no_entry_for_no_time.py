from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    begin = clock()
    try:
        yield
    finally:
        took = clock() - begin
        if took:
            times[name] = times.get(name, 0) + took
