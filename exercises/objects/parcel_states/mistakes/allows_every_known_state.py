"""You allow every state that exists, in any order, so a packed parcel can be delivered right away.
Which moves are allowed depends on where the parcel is now."""

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
        if state not in MOVES:
            raise ValueError(f"{self.number}: {self.state()} cannot become {state}")
        self._states.append(state)
