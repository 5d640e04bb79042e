import threading


class Stock:
    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.lock = threading.Lock()

    def sell(self):
        if self.left == 0:
            return False
        self.pay()
        with self.lock:
            if self.left == 0:
                return False
            self.left -= 1
            return True
