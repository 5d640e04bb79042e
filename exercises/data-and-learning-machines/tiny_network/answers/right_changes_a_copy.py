import copy
import math


def neuron(weights, bias, inputs):
    """Return the sigmoid of the weighted sum of the inputs plus the bias."""
    total = bias + sum(weight * value for weight, value in zip(weights, inputs))
    return 1 / (1 + math.exp(-total))


def say_hidden(network, inputs):
    """Return what each neuron of the hidden layer says."""
    return [neuron(weights, bias, inputs) for weights, bias in network["hidden"]]


def predict(network, inputs):
    """Return what the last neuron of the network says."""
    weights, bias = network["output"]
    return neuron(weights, bias, say_hidden(network, inputs))


def moved(old, inputs, delta, rate):
    """Return the neuron one step further, against the slope `delta` of its sum."""
    weights, bias = old
    step = rate * delta
    return [weight - step * value for weight, value in zip(weights, inputs)], bias - step


def train_step(network, inputs, target, rate):
    """Return the network after one step of gradient descent for one example."""
    further = copy.deepcopy(network)
    hidden = [neuron(w, b, inputs) for w, b in network["hidden"]]
    output = predict(network, inputs)
    delta = (output - target) * output * (1 - output)
    old_weights, old_bias = network["output"]
    further["output"] = ([w - rate * delta * h for w, h in zip(old_weights, hidden)],
                         old_bias - rate * delta)
    for place, said in enumerate(hidden):
        weights, bias = network["hidden"][place]
        slope = rate * delta * old_weights[place] * said * (1 - said)
        further["hidden"][place] = ([w - slope * x for w, x in zip(weights, inputs)], bias - slope)
    return further


def train(network, examples, rate, rounds):
    """Return the network after so many rounds through the examples."""
    for _ in range(rounds):
        for inputs, target in examples:
            network = train_step(network, inputs, target, rate)
    return network
