"""Your function wants one list. The calls pass the weights one by one, and any number of them: collect them with
a star."""


def sum_weights(weights=(), packaging=0):
    if not weights:
        return 0
    return sum(weights) + packaging
