"""When a payment fails, your lock is never released, and every later customer waits
for ever. The error leaves the function before `release`; `with` releases the lock either way."""

import threading


class Stock:
    """How many pieces of a product are left; many threads sell from it."""

    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.lock = threading.Lock()

    def sell(self):
        """Sell one piece: return True when it was paid, False when nothing is left."""
        self.lock.acquire()
        if self.left == 0:
            self.lock.release()
            return False
        self.pay()
        self.left -= 1
        self.lock.release()
        return True
