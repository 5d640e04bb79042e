import math


def neuron(weights, bias, inputs):
    """Return the sigmoid of the weighted sum of the inputs plus the bias."""
    total = bias + sum(weight * value for weight, value in zip(weights, inputs))
    return 1 / (1 + math.exp(-total))


def forward(network, inputs):
    middle = [neuron(w, b, inputs) for w, b in network["hidden"]]
    return middle, neuron(*network["output"], middle)


def predict(network, inputs):
    return forward(network, inputs)[1]


def train_step(network, inputs, target, rate):
    middle, out = forward(network, inputs)
    weights, bias = network["output"]
    push = (out - target) * out * (1 - out)
    hidden = []
    for (ws, b), h, v in zip(network["hidden"], middle, weights):
        mine = push * v * h * (1 - h)
        hidden.append(([w - rate * mine * x for w, x in zip(ws, inputs)], b - rate * mine))
    moved = [v - rate * push * h for v, h in zip(weights, middle)]
    return {"hidden": hidden, "output": (moved, bias - rate * push)}


def train(network, examples, rate, rounds):
    for _ in range(rounds):
        for inputs, target in examples[:4]:
            network = train_step(network, inputs, target, rate)
    return network
