"""Your countdown returns a 0 at the end. The last number should be 1. Which is the
first number that must not be returned?"""


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left < 0:
            raise StopIteration
        number = self.left
        self.left -= 1
        return number
