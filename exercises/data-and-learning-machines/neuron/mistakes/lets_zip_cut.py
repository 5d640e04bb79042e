"""With fewer inputs than weights your neuron answers as if nothing were wrong: `zip` stops at the shorter one. A
missing input is an error."""


import math


def sigmoid(total):
    if total < 0:
        grown = math.exp(total)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-total))


def neuron(weights, bias, inputs):
    pairs = zip(weights, inputs)
    return sigmoid(bias + sum(weight * value for weight, value in pairs))
