import contextlib
import time


@contextlib.contextmanager
def stopwatch(name, times, clock=time.perf_counter):
    def note():
        took = clock() - begin
        if name in times:
            times[name] += took
        else:
            times[name] = took

    begin = clock()
    try:
        yield times
    except BaseException:
        note()
        raise
    else:
        note()
