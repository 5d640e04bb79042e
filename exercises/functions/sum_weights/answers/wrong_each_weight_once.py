def sum_weights(*weights, packaging=0):
    return sum(set(weights)) + packaging if weights else 0
