def make_counter(start=1, step=1):
    state = [start - step]

    def next_number():
        state[0] += step
        return state[0]

    return next_number
