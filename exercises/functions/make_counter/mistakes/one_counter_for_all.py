"""All your counters share one global number, so a second counter disturbs the first. Keep the number
inside `make_counter`: each call of it then has its own."""

upcoming = 1


def make_counter(start=1, step=1):
    global upcoming
    upcoming = start

    def next_number():
        global upcoming
        number = upcoming
        upcoming += step
        return number

    return next_number
