import math


def sigmoid(total):
    """Return a number between 0 and 1; no total is too large or too small."""
    if total < 0:
        grown = math.exp(total)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-total))


def neuron(weights, bias, inputs):
    """Return the weighted sum of the inputs plus the bias, put through the sigmoid."""
    if not inputs:
        return sigmoid(bias)
    pairs = zip(weights, inputs, strict=True)
    return sigmoid(bias + sum(weight * value for weight, value in pairs))
