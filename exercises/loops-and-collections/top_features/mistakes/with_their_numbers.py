"""Your list holds tuples of a feature and its number. Only the features are wanted."""


def top_features(counts, how_many):
    by_name = sorted(counts)
    by_use = sorted(by_name, key=counts.get, reverse=True)
    top = [(name, counts[name]) for name in by_use[:how_many]]

    return top
