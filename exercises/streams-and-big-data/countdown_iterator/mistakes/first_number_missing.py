"""Your countdown begins one number too late. You make the number smaller before you return it; keep it in a name of its own first."""


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
