from collections.abc import Iterator


class Countdown(Iterator):
    def __init__(self, start):
        self.rest = list(range(1, start + 1))

    def __next__(self):
        try:
            return self.rest.pop()
        except IndexError:
            raise StopIteration from None
