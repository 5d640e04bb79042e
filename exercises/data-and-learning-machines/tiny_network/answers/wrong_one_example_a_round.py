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
    hidden = say_hidden(network, inputs)
    output = predict(network, inputs)
    delta = (output - target) * output * (1 - output)
    weights, _ = network["output"]
    shares = [delta * weight * said * (1 - said) for weight, said in zip(weights, hidden)]
    return {
        "hidden": [
            moved(old, inputs, share, rate) for old, share in zip(network["hidden"], shares)
        ],
        "output": moved(network["output"], hidden, delta, rate),
    }


def train(network, examples, rate, rounds):
    """Return the network after so many rounds through the examples."""
    for number in range(rounds):
        inputs, target = examples[number % len(examples)]
        network = train_step(network, inputs, target, rate)
    return network
