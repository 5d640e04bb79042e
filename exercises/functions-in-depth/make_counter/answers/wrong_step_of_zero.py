def make_counter(start=1, step=1):
    count = start - abs(step)

    def next_number():
        nonlocal count
        count += abs(step)
        return count

    return next_number
