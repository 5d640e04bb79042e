"""All parcels still share one list, as it is made only once. So is a default value: it is made when
Python reads the `def`. Make the list in the body of `__init__`, which runs for each
parcel."""


class Parcel:
    carrier = "Harbour Post"

    def __init__(self, number, events=[]):
        self.number = number
        self.events = events

    def log(self, event):
        self.events.append(event)

    def last(self):
        if not self.events:
            return "no news"
        return self.events[-1]
