from contextlib import contextmanager
from time import perf_counter


@contextmanager
def stopwatch(name, times, clock=perf_counter):
    begin = clock()
    try:
        yield
    except Exception:
        times[name] = times.get(name, 0) + clock() - begin
        raise
    else:
        times[name] = times.get(name, 0) + clock() - begin
