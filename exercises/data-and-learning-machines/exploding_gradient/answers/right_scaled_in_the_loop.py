RATE = 0.1
ROUNDS = 3000


def learn_postage(parcels):
    """Learn from (weight, cents) by gradient descent; return slope and base."""
    unit = max(parcels)[0] or 1
    slope, base = 0.0, 0.0
    for _ in range(ROUNDS):
        errors = [(slope * w / unit + base - cents, w / unit) for w, cents in parcels]
        slope -= RATE * sum(error * w for error, w in errors) / len(errors)
        base -= RATE * sum(error for error, _ in errors) / len(errors)
    return slope / unit, base


def postage(model, weight):
    """Return what a parcel of that weight costs, in whole cents."""
    slope, base = model
    return round(slope * weight + base)
