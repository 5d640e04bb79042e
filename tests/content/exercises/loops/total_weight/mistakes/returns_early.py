"""You hand the total back inside the loop, so only the first parcel is counted."""


def total_weight(weights):
    total = 0
    for weight in weights:
        total += weight
        return total
    return 0
