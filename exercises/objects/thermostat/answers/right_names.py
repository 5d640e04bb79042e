class Thermostat:
    def __init__(self, target, measured):
        self.measured = measured
        self.target = target

    def _get(self):
        return self._celsius

    def _set(self, degrees):
        if degrees < 5 or degrees > 30:
            raise ValueError("from 5 to 30")
        self._celsius = degrees

    target = property(_get, _set)
    heating = property(lambda self: self.measured < self.target)
    target_f = property(
        lambda self: self.target * 1.8 + 32, lambda self, value: self._set((value - 32) / 1.8)
    )
