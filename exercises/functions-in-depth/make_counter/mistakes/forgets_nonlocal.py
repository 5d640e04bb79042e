"""Your inner function sets a name of the outer one, so to Python it is a local name that has no value yet:
`UnboundLocalError`. Say that you mean the outer name."""


def make_counter(start=1, step=1):
    upcoming = start

    def next_number():
        number = upcoming
        upcoming += step
        return number

    return next_number
