def make_counter(start=1, step=1):
    """Return a function that returns the next number at each call."""
    upcoming = start

    def next_number():
        """Return the next number."""
        nonlocal upcoming
        number = upcoming
        upcoming += step
        return number

    return next_number
