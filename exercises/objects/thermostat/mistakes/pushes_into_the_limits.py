"""A target of 45 becomes 30 without a word. The person who typed it believes that it worked. A value that
is not allowed is an error here."""


class Thermostat:
    lowest = 5
    highest = 30

    def __init__(self, target, measured):
        self.target = target
        self.measured = measured

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, degrees):
        self._target = max(self.lowest, min(degrees, self.highest))

    @property
    def target_f(self):
        return self.target * 9 / 5 + 32

    @target_f.setter
    def target_f(self, degrees):
        self.target = (degrees - 32) * 5 / 9

    @property
    def heating(self):
        return self.measured < self.target
