"""Every call returns the same number. What the inner function has to remember between calls belongs to the outer
function."""


def make_counter(start=1, step=1):
    def next_number():
        number = start
        upcoming = number + step
        return number

    return next_number
