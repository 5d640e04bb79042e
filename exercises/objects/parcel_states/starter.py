class Parcel:
    """A parcel that only makes allowed moves."""

    def __init__(self, number):
        """Begin as a packed parcel."""

    def state(self):
        """Return the state the parcel is in."""

    def history(self):
        """Return all states so far, the oldest first."""

    def is_done(self):
        """Return whether the parcel is delivered."""

    def move_to(self, state):
        """Change the state; ValueError where the move is not allowed."""
