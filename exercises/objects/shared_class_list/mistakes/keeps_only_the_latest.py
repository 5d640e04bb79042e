"""Your `log` makes a new list each time, so only the latest event is left. The list must be new for
each parcel, not for each event."""


class Parcel:
    carrier = "Harbour Post"
    events = []

    def __init__(self, number):
        self.number = number

    def log(self, event):
        self.events = [event]

    def last(self):
        if not self.events:
            return "no news"
        return self.events[-1]
