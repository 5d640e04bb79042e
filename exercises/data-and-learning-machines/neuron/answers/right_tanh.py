import math


def sigmoid(total):
    """Return a number between 0 and 1; no total is too large or too small."""
    if total < 0:
        grown = math.exp(total)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-total))


def neuron(weights, bias, inputs):
    """Return the weighted sum of the inputs plus the bias, put through the sigmoid."""
    if len(weights) != len(inputs):
        raise ValueError("as many weights as inputs")
    total = bias
    for place in range(len(inputs)):
        total += weights[place] * inputs[place]
    return 0.5 * (1 + math.tanh(total / 2))
