"""Features with the same number are in the order of the dictionary. They should be in alphabetical order."""


def top_features(counts, how_many):
    by_use = sorted(counts, key=counts.get, reverse=True)
    top = by_use[:how_many]

    return top
