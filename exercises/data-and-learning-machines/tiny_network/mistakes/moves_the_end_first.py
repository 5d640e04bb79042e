"""You move the last neuron first and then hand the blame back through its *new* weights. The hidden neurons had their say through
the old ones: all deltas come before any move."""


import math


def neuron(weights, bias, inputs):
    total = bias + sum(weight * value for weight, value in zip(weights, inputs))
    return 1 / (1 + math.exp(-total))


def say_hidden(network, inputs):
    return [neuron(weights, bias, inputs) for weights, bias in network["hidden"]]


def predict(network, inputs):
    weights, bias = network["output"]
    return neuron(weights, bias, say_hidden(network, inputs))


def moved(old, inputs, delta, rate):
    weights, bias = old
    step = rate * delta
    return [weight - step * value for weight, value in zip(weights, inputs)], bias - step


def train_step(network, inputs, target, rate):
    hidden = say_hidden(network, inputs)
    output = predict(network, inputs)
    delta = (output - target) * output * (1 - output)
    weights, _ = moved(network["output"], hidden, delta, rate)
    shares = [delta * weight * said * (1 - said) for weight, said in zip(weights, hidden)]
    return {
        "hidden": [
            moved(old, inputs, share, rate) for old, share in zip(network["hidden"], shares)
        ],
        "output": moved(network["output"], hidden, delta, rate),
    }


def train(network, examples, rate, rounds):
    for _ in range(rounds):
        for inputs, target in examples:
            network = train_step(network, inputs, target, rate)
    return network
