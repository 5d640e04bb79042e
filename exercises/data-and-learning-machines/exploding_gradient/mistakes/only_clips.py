"""Clipping keeps the steps short, but slope and base then move by nearly the same small amount each round, whatever they
need. Nothing explodes, and the prices are wrong. Mend what makes the slopes so large."""

RATE = 0.1
ROUNDS = 3000


def learn_postage(parcels):
    slope = base = 0.0
    for _ in range(ROUNDS):
        slope_sum = base_sum = 0.0
        for weight, cents in parcels:
            error = slope * weight + base - cents
            slope_sum += error * weight
            base_sum += error
        slope -= RATE * max(-1, min(1, slope_sum))
        base -= RATE * max(-1, min(1, base_sum))
    return slope, base


def postage(model, weight):
    slope, base = model
    return round(slope * weight + base)
