"""Your seconds are below zero: you subtract the end from the start. Subtract the start from the end."""

from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    start = clock()
    try:
        yield
    finally:
        times[name] = times.get(name, 0) + start - clock()
