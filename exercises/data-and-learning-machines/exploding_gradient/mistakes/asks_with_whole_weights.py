"""You learn with divided weights and ask with whole ones, so every price is far too high. The slope you hand back
has to fit the weights that `postage` gets."""

RATE = 0.1
ROUNDS = 3000


def learn_postage(parcels):
    heaviest = max(weight for weight, _ in parcels)
    scaled = [(weight / heaviest, cents) for weight, cents in parcels]
    slope = base = 0.0
    for _ in range(ROUNDS):
        slope_sum = base_sum = 0.0
        for weight, cents in scaled:
            error = slope * weight + base - cents
            slope_sum += error * weight
            base_sum += error
        slope -= RATE * slope_sum / len(parcels)
        base -= RATE * base_sum / len(parcels)
    return slope, base


def postage(model, weight):
    slope, base = model
    return round(slope * weight + base)
