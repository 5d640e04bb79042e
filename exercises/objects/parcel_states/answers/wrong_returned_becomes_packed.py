MOVES = {("returned", "packed"), ("packed", "sent"), ("sent", "delivered"), ("sent", "returned"), ("returned", "sent")}


class Parcel:
    def __init__(self, number):
        self.number = number
        self._past = ["packed"]

    def state(self):
        return self._past[-1]

    def history(self):
        return list(self._past)

    def is_done(self):
        return self.state() == "delivered"

    def move_to(self, state):
        if (self.state(), state) not in MOVES:
            raise ValueError(f"{self.number}: {self.state()} cannot become {state}")
        self._past.append(state)
