from time import perf_counter


class stopwatch:
    def __init__(self, name, times, clock=perf_counter):
        self.name = name
        self.times = times
        self.clock = clock
        self.begin = clock()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.times[self.name] = self.times.get(self.name, 0) + self.clock() - self.begin
