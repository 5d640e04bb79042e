"""For a very negative total your program stops with `OverflowError`: `e` to the power of 5000 is larger than any float. Such
a total needs another form of the sigmoid."""


import math


def sigmoid(total):
    return 1 / (1 + math.exp(-total))


def neuron(weights, bias, inputs):
    pairs = zip(weights, inputs, strict=True)
    return sigmoid(bias + sum(weight * value for weight, value in pairs))
