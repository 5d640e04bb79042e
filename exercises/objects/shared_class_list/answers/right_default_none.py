class Parcel:
    carrier = "Harbour Post"

    def __init__(self, number, events=None):
        self.number = number
        if events is None:
            events = []
        self.events = events

    def log(self, event):
        self.events += [event]

    def last(self):
        for event in reversed(self.events):
            return event
        return "no news"
