"""Your countdown begins one number too late. The first number is `start` itself, and only then
comes one less."""


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left <= 1:
            raise StopIteration
        self.left -= 1
        return self.left
