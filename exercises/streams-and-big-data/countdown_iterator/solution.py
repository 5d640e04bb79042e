class Countdown:
    """Hands out the numbers from `start` down to 1, once."""

    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left < 1:
            raise StopIteration
        number = self.left
        self.left -= 1
        return number
