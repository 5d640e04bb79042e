"""The right features are in the list, but in alphabetical order. The last sort is the one that matters most."""


def top_features(counts, how_many):
    by_use = sorted(counts, key=counts.get, reverse=True)
    top = sorted(by_use[:how_many])

    return top
