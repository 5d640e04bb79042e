class Parcel:
    """A parcel and what has happened to it so far."""

    carrier = "Harbour Post"
    events = ()

    def __init__(self, number):
        self.number = number

    def log(self, event):
        """Note something that happened to this parcel."""
        self.events = [*self.events, event]

    def last(self):
        """Return the latest event, or "no news"."""
        if len(self.events) == 0:
            return "no news"
        return self.events[-1]
