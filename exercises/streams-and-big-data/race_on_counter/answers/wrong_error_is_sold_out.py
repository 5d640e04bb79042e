import threading


class Stock:
    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.lock = threading.Lock()

    def sell(self):
        with self.lock:
            if self.left == 0:
                return False
            try:
                self.pay()
            except Exception:
                return False
            self.left -= 1
            return True
