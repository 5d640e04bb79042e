class Parcel:
    """A parcel and what has happened to it so far."""

    def __init__(self, number):
        self.number = number
        self.carrier = "Harbour Post"
        self.events = []

    def log(self, event):
        """Note something that happened to this parcel."""
        self.events.append(event)

    def last(self):
        """Return the latest event, or "no news"."""
        if not self.events:
            return "no news"
        return self.events[-1]
