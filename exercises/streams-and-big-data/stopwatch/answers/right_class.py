from time import perf_counter


class stopwatch:
    def __init__(self, name, times, clock=perf_counter):
        self.name = name
        self.times = times
        self.clock = clock

    def __enter__(self):
        self.begin = self.clock()
        return self

    def __exit__(self, *error):
        seconds = self.clock() - self.begin
        self.times.setdefault(self.name, 0)
        self.times[self.name] += seconds
