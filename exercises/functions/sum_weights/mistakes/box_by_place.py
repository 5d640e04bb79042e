"""`packaging` comes first here, so the first weight is taken for it. What stands after the starred
parameter can only be given by name."""


def sum_weights(packaging=0, *weights):
    if not weights:
        return 0
    return sum(weights) + packaging
