"""With your moves, a parcel that came back cannot be sent again. `returned` may be followed by
`sent`."""

MOVES = {
    "packed": ["sent"],
    "sent": ["delivered", "returned"],
    "returned": [],
    "delivered": [],
}


class Parcel:

    def __init__(self, number):
        self.number = number
        self._states = ["packed"]

    def state(self):
        return self._states[-1]

    def history(self):
        return list(self._states)

    def is_done(self):
        return self.state() == "delivered"

    def move_to(self, state):
        if state not in MOVES[self.state()]:
            raise ValueError(f"{self.number}: {self.state()} cannot become {state}")
        self._states.append(state)
