import threading


class Stock:
    """How many pieces of a product are left; many threads sell from it."""

    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.guard = threading.Lock()

    def sell(self):
        with self.guard:
            if self.left == 0:
                return False
            self.left -= 1
        try:
            self.pay()
        except BaseException:
            with self.guard:
                self.left += 1
            raise
        return True
