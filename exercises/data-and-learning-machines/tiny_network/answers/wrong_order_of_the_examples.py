import math


def neuron(weights, bias, inputs):
    """Return the sigmoid of the weighted sum of the inputs plus the bias."""
    total = bias + sum(weight * value for weight, value in zip(weights, inputs))
    return 1 / (1 + math.exp(-total))


def _hidden_values(network, inputs):
    return [neuron(weights, bias, inputs) for weights, bias in network["hidden"]]


def predict(network, inputs):
    """Return what the last neuron of the network says."""
    weights, bias = network["output"]
    return neuron(weights, bias, _hidden_values(network, inputs))


def train_step(network, inputs, target, rate):
    """Return the network after one step of gradient descent for one example."""
    values = _hidden_values(network, inputs)
    out_weights, out_bias = network["output"]
    output = neuron(out_weights, out_bias, values)
    delta = (output - target) * output * (1 - output)
    hidden = []
    for (weights, bias), value, out_weight in zip(network["hidden"], values, out_weights):
        slope = delta * out_weight * value * (1 - value)
        hidden.append(([w - rate * slope * i for w, i in zip(weights, inputs)], bias - rate * slope))
    return {
        "hidden": hidden,
        "output": ([w - rate * delta * v for w, v in zip(out_weights, values)], out_bias - rate * delta),
    }


def train(network, examples, rate, rounds):
    """Return the network after so many rounds through the examples."""
    for _ in range(rounds):
        for inputs, target in sorted(examples):
            network = train_step(network, inputs, target, rate)
    return network
