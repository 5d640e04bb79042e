class Countdown:
    def __init__(self, start):
        self.start = start
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left < 1:
            self.left = self.start
            raise StopIteration
        self.left -= 1
        return self.left + 1
