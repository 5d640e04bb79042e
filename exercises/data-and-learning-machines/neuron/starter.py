def neuron(weights, bias, inputs):
    """Return the weighted sum of the inputs plus the bias, put through the sigmoid."""
