class Thermostat:
    """Keeps a room at a target, from 5 to 30 degrees Celsius."""

    lowest = 5
    highest = 30

    def __init__(self, target, measured):
        self.target = target
        self.measured = measured

    @property
    def target(self):
        """The temperature to reach, in Celsius."""
        return self._target

    @target.setter
    def target(self, degrees):
        if not self.lowest <= degrees <= self.highest:
            raise ValueError(f"{degrees} is not from {self.lowest} to {self.highest}")
        self._target = degrees

    @property
    def target_f(self):
        """The temperature to reach, in Fahrenheit."""
        return round(self.target * 9 / 5 + 32)

    @target_f.setter
    def target_f(self, degrees):
        self.target = (degrees - 32) * 5 / 9

    @property
    def heating(self):
        """Whether it is colder than it should be."""
        return self.measured < self.target
