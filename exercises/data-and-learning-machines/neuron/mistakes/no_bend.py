"""You return the sum as it is. The answer shall lie between 0 and 1: put the sum through the sigmoid at the
end."""


import math


def sigmoid(total):
    if total < 0:
        grown = math.exp(total)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-total))


def neuron(weights, bias, inputs):
    pairs = zip(weights, inputs, strict=True)
    return bias + sum(weight * value for weight, value in pairs)
