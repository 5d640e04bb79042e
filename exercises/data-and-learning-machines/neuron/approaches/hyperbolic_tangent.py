"""The hyperbolic tangent is a sigmoid between -1 and 1; halved and lifted it is yours. `math.tanh` never overflows, so
one line does for all totals. The price: a reader has to know, or look up, that the two curves are the same."""

import math


def neuron(weights, bias, inputs):
    """Return the weighted sum of the inputs plus the bias, put through the sigmoid."""
    total = bias + sum(weight * value for weight, value in zip(weights, inputs, strict=True))
    return (1 + math.tanh(total / 2)) / 2
