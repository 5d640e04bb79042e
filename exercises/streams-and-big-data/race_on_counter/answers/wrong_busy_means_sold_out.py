import threading


class Stock:
    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.lock = threading.Lock()

    def sell(self):
        if not self.lock.acquire(blocking=False):
            return False
        try:
            if self.left == 0:
                return False
            self.pay()
            self.left -= 1
            return True
        finally:
            self.lock.release()
