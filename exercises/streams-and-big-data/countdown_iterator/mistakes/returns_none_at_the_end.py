"""After the 1 your `next` gives `None`. A loop does not take that for the end and would
go on for ever. The end of an iterator is said by raising `StopIteration`."""


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
