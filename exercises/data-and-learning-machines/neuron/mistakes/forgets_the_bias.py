"""Your neuron answers one half for every input that is all zeros. The bias is missing in the sum: it shifts the point at which the neuron
says yes."""


import math


def sigmoid(total):
    if total < 0:
        grown = math.exp(total)
        return grown / (1 + grown)
    return 1 / (1 + math.exp(-total))


def neuron(weights, bias, inputs):
    pairs = zip(weights, inputs, strict=True)
    return sigmoid(sum(weight * value for weight, value in pairs))
