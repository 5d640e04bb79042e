import threading


class Stock:
    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.till = threading.RLock()

    def sell(self):
        self.till.acquire()
        try:
            sold = self.left > 0
            if sold:
                self.pay()
                self.left = self.left - 1
        finally:
            self.till.release()
        return sold
