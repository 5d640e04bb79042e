"""You ask whether something is left *before* you take the lock. By then the second customer
has got a yes and only waits for the lock. The question belongs under it too."""

import threading


class Stock:
    """How many pieces of a product are left; many threads sell from it."""

    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.lock = threading.Lock()

    def sell(self):
        """Sell one piece: return True when it was paid, False when nothing is left."""
        if self.left == 0:
            return False
        with self.lock:
            self.pay()
            self.left -= 1
            return True
