"""After a wrong move your parcel is in the wrong state, although it complained. The error comes too
late: check whether the move is allowed before you change anything."""

MOVES = {
    "packed": ["sent"],
    "sent": ["delivered", "returned"],
    "returned": ["sent"],
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
        before = self.state()
        self._states.append(state)
        if state not in MOVES[before]:
            raise ValueError(f"{self.number}: {before} cannot become {state}")
