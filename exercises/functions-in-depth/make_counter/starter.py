def make_counter(start=1, step=1):
    """Return a function that returns the next number at each call."""

    def next_number():
        """Return the next number."""

    return next_number
