"""A tiny learning rate stops the explosion, and the base price hardly moves any more: it is far below what the parcels say. One rate
cannot fit two numbers of such different size; bring the weights to a like range."""

RATE = 1e-9
ROUNDS = 3000


def learn_postage(parcels):
    slope = base = 0.0
    for _ in range(ROUNDS):
        slope_sum = base_sum = 0.0
        for weight, cents in parcels:
            error = slope * weight + base - cents
            slope_sum += error * weight
            base_sum += error
        slope -= RATE * slope_sum
        base -= RATE * base_sum
    return slope, base


def postage(model, weight):
    slope, base = model
    return round(slope * weight + base)
