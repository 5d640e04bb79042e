class Thermostat:
    """Keeps a room at a target, from 5 to 30 degrees Celsius."""

    def __init__(self, target, measured):
        self.target = target
        self.measured = measured
