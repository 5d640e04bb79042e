def make_counter(start=1, step=1, state=[]):
    state[:] = [start]

    def next_number():
        number = state[0]
        state[0] += step
        return number

    return next_number
