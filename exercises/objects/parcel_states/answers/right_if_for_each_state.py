class Parcel:
    def __init__(self, number):
        self.number = number
        self.now = "packed"
        self.before = []

    def state(self):
        return self.now

    def history(self):
        return self.before + [self.now]

    def is_done(self):
        return self.now == "delivered"

    def can_become(self, state):
        if state == "sent":
            return self.now in ("packed", "returned")
        if state == "delivered" or state == "returned":
            return self.now == "sent"
        return False

    def move_to(self, state):
        if not self.can_become(state):
            raise ValueError(f"{self.number}: {self.now} cannot become {state}")
        self.before.append(self.now)
        self.now = state
