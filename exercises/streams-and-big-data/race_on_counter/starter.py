import threading


class Stock:
    """How many pieces of a product are left; many threads sell from it."""

    def __init__(self, left, pay):
        self.left = left
        self.pay = pay

    def sell(self):
        """Sell one piece: return True when it was paid, False when nothing is left."""
        if self.left == 0:
            return False
        self.pay()
        self.left -= 1
        return True
