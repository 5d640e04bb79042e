ALLOWED = {
    ("packed", "sent"),
    ("sent", "delivered"),
    ("sent", "returned"),
    ("returned", "sent"),
}


class Parcel:
    def __init__(self, number):
        self._number = number
        self._past = ("packed",)

    def state(self):
        return self._past[-1]

    def history(self):
        return [*self._past]

    def is_done(self):
        return "delivered" in self._past

    def move_to(self, state):
        if (self.state(), state) in ALLOWED:
            self._past = self._past + (state,)
        else:
            raise ValueError("{}: {} cannot become {}".format(self._number, self.state(), state))
