"""Without any weight you still count the box. Nothing to send means no parcel and no packaging."""


def sum_weights(*weights, packaging=0):
    return sum(weights) + packaging
