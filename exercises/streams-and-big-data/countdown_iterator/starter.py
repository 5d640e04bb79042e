class Countdown:
    """Hands out the numbers from `start` down to 1, once."""

    def __init__(self, start):
        """Remember where to begin."""

    def __iter__(self):
        """Return the iterator, which is this object."""

    def __next__(self):
        """Return the next number, or raise StopIteration after the 1."""
