"""You add the packaging for each weight. All of them travel in one box: add it once."""


def sum_weights(*weights, packaging=0):
    total = 0
    for weight in weights:
        total += weight + packaging
    return total
