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
    says = say_hidden(network, inputs)
    last, last_bias = network["output"]
    out = neuron(last, last_bias, says)
    back = (out - target) * out * (1 - out)
    hidden = []
    for place, (weights, bias) in enumerate(network["hidden"]):
        share = back * last[place] * says[place] * (1 - says[place])
        news = [weight - rate * share * value for weight, value in zip(weights, inputs)]
        hidden.append((news, bias - rate * share))
    news = [weight - rate * back * said for weight, said in zip(last, says)]
    return {"hidden": hidden, "output": (news, last_bias - rate * back)}


def train(network, examples, rate, rounds):
    """Return the network after so many rounds through the examples."""
    for _ in range(rounds):
        for inputs, target in examples:
            network = train_step(network, inputs, target, rate)
    return network
