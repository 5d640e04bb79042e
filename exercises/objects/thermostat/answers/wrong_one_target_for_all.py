class Thermostat:
    def __init__(self, target, measured):
        self.target = target
        self.measured = measured

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, value):
        if not 5 <= value <= 30:
            raise ValueError("from 5 to 30")
        Thermostat._target = value

    @property
    def heating(self):
        return self.measured < self.target

    @property
    def target_f(self):
        return self.target * 9 / 5 + 32

    @target_f.setter
    def target_f(self, value):
        self.target = (value - 32) * 5 / 9
