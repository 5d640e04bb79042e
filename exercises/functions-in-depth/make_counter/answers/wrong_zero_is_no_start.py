def make_counter(start=1, step=1):
    number = (start or 1) - step

    def next_number():
        nonlocal number
        number += step
        return number

    return next_number
