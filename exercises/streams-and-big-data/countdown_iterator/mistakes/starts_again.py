"""Every loop over your countdown begins at the start again. `__iter__` should return the object
itself, just as it is, so that a loop goes on from where it is."""


class Countdown:
    def __init__(self, start):
        self.start = start
        self.left = start

    def __iter__(self):
        self.left = self.start
        return self

    def __next__(self):
        if self.left < 1:
            raise StopIteration
        number = self.left
        self.left -= 1
        return number
