import math


def neuron(weights, bias, inputs):
    if len(weights) != len(inputs):
        raise ValueError("one weight per input")
    total = int(bias)
    for weight, value in zip(weights, inputs):
        total += weight * value
    if total >= 0:
        return 1 / (1 + math.exp(-total))
    power = math.exp(total)
    return power / (1 + power)
