"""Whether it heats is decided once, when the thermostat is made, and never again. Make it a
property, so that it is worked out whenever it is
read."""


class Thermostat:
    lowest = 5
    highest = 30

    def __init__(self, target, measured):
        self.target = target
        self.measured = measured
        self.heating = measured < target

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
