"""All your counters share one number, so a second counter disturbs the first. Keep the number inside
`make_counter`: then each call of it has its own."""

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
