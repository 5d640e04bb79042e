"""You take the piece off the stock before it is paid. When the payment fails, the piece
is gone although nobody has bought it."""

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
            self.pay()
            return True
