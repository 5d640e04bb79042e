import threading


class Stock:
    def __init__(self, left, pay):
        self.left = left
        self.pay = pay
        self.lock = threading.Lock()

    def sell(self):
        self.lock.acquire()
        if self.left == 0:
            self.lock.release()
            return False
        try:
            self.pay()
        except ValueError:
            self.lock.release()
            raise
        self.left -= 1
        self.lock.release()
        return True
