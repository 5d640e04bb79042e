"""A new thermostat may have a target of 45 degrees: `__init__` stores it under the private name and
bypasses the check. Let it set the property."""


class Thermostat:
    lowest = 5
    highest = 30

    def __init__(self, target, measured):
        self._target = target
        self.measured = measured

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, degrees):
        if not self.lowest <= degrees <= self.highest:
            raise ValueError(f"{degrees} is not from {self.lowest} to {self.highest}")
        self._target = degrees

    @property
    def target_f(self):
        return self.target * 9 / 5 + 32

    @target_f.setter
    def target_f(self, degrees):
        self.target = (degrees - 32) * 5 / 9

    @property
    def heating(self):
        return self.measured < self.target
