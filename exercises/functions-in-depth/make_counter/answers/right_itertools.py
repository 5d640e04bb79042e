import itertools


def make_counter(start=1, step=1):
    numbers = itertools.count(start, step)
    return lambda: next(numbers)
