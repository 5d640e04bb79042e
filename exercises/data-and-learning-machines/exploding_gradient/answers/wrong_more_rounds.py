RATE = 0.1
ROUNDS = 3000


def learn_postage(parcels):
    """Learn from (weight, cents) by gradient descent; return slope and base."""
    slope = base = 0.0
    heaviest = max(weight for weight, _ in parcels) or 1
    for _ in range(20 * ROUNDS):
        slope_sum = base_sum = 0.0
        for weight, cents in parcels:
            scaled = weight / heaviest
            error = slope * scaled + base - cents
            slope_sum += error * scaled
            base_sum += error
        slope -= RATE * 5 * slope_sum / len(parcels)
        base -= RATE * 5 * base_sum / len(parcels)
    return slope / heaviest, base


def postage(model, weight):
    """Return what a parcel of that weight costs, in whole cents."""
    slope, base = model
    return round(slope * weight + base)
