"""The lock is held only for the question and the change. The piece is taken *before*
the payment and given back when that fails. Customers can pay side by side, but for a
moment the stock shows less than is there."""

import threading


class Stock:
    """How many pieces of a product are left; many threads sell from it."""

    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.lock = threading.Lock()

    def sell(self):
        """Sell one piece: return True when it was paid, False when nothing is left."""
        with self.lock:
            if self.left == 0:
                return False
            self.left -= 1
        paid = False
        try:
            self.pay()
            paid = True
        finally:
            if not paid:
                with self.lock:
                    self.left += 1
        return True
