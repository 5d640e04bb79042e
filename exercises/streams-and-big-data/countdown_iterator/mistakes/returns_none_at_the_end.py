"""After the 1 your `next` returns `None`. For a loop that isn't the end, and it would go
on for ever. An iterator says that it is over by raising `StopIteration`."""


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left < -5:
            raise StopIteration
        number = self.left
        self.left -= 1
        if number < 1:
            return None
        return number
