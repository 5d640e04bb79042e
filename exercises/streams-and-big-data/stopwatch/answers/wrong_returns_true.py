from time import perf_counter


class stopwatch:
    def __init__(self, name, times, clock=perf_counter):
        self.name = name
        self.times = times
        self.clock = clock

    def __enter__(self):
        self.begin = self.clock()

    def __exit__(self, kind, error, trace):
        self.times[self.name] = self.times.get(self.name, 0) + self.clock() - self.begin
        return True
