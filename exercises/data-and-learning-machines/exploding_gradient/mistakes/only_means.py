"""Means instead of sums help with many parcels. With grams the steps are still thousands of times too long: look at
the size of the weights as well."""

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
        slope -= RATE * slope_sum / len(parcels)
        base -= RATE * base_sum / len(parcels)
    return slope, base


def postage(model, weight):
    slope, base = model
    return round(slope * weight + base)
