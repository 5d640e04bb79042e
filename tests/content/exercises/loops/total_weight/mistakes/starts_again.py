"""The total starts again at 0 for every parcel, so only the last one counts."""


def total_weight(weights):
    total = 0
    for weight in weights:
        total = 0
        total += weight
    return total
