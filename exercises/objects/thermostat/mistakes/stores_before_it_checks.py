"""After an error your thermostat has the wrong target all the same, because it is stored before the
check. Swap the two."""


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
        self._target = degrees
        if not self.lowest <= degrees <= self.highest:
            raise ValueError(f"{degrees} is not from {self.lowest} to {self.highest}")

    @property
    def target_f(self):
        return self.target * 9 / 5 + 32

    @target_f.setter
    def target_f(self, degrees):
        self.target = (degrees - 32) * 5 / 9

    @property
    def heating(self):
        return self.measured < self.target
