"""Two customers can still be in `sell` at the same time and pay for the same piece. If
you have a lock already, it covers only the change, or each call makes another one. All calls must share one lock, and hold it from the question to the change."""

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
        self.pay()
        with self.lock:
            self.left -= 1
        return True
