class Parcel:
    carrier = "Harbour Post"

    def __init__(self, number):
        self.number = number
        self.events = []

    def log(self, event):
        self.events.append(event)

    def last(self):
        if not self.events:
            return "no news"
        return self.events.pop()
