import math


def neuron(weights, bias, inputs):
    """Return the sigmoid of the weighted sum of the inputs plus the bias."""
    total = bias + sum(weight * value for weight, value in zip(weights, inputs))
    return 1 / (1 + math.exp(-total))


def predict(network, inputs):
    """Return what the last neuron of the network says."""


def train_step(network, inputs, target, rate):
    """Return the network after one step of gradient descent for one example."""


def train(network, examples, rate, rounds):
    """Return the network after so many rounds through the examples."""
