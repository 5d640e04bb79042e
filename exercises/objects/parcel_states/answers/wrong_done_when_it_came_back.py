MOVES = {
    "packed": ["sent"],
    "sent": ["delivered", "returned"],
    "returned": ["sent"],
    "delivered": [],
}


class Parcel:
    """A parcel that only makes allowed moves."""

    def __init__(self, number):
        """Begin as a packed parcel."""
        self.number = number
        self._states = ["packed"]

    def state(self):
        """Return the state the parcel is in."""
        return self._states[-1]

    def history(self):
        """Return all states so far, the oldest first."""
        return list(self._states)

    def is_done(self):
        """Return whether the parcel is delivered."""
        return self.state() in ("delivered", "returned")

    def move_to(self, state):
        """Change the state; ValueError where the move is not allowed."""
        if state not in MOVES[self.state()]:
            raise ValueError(f"{self.number}: {self.state()} cannot become {state}")
        self._states.append(state)
