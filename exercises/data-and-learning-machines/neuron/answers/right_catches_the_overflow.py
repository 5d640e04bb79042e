import math
from operator import mul


def sigmoid(total):
    """Return a number between 0 and 1; no total is too large or too small."""
    if total < 0:
        grown = math.exp(total)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-total))


def neuron(weights, bias, inputs):
    """Return the weighted sum of the inputs plus the bias, put through the sigmoid."""
    if len(weights) != len(inputs):
        raise ValueError(f"{len(weights)} weights for {len(inputs)} inputs")
    total = sum(map(mul, weights, inputs), start=bias)
    try:
        return 1 / (1 + math.e**-total)
    except OverflowError:
        return 0.0
