"""Tuples are compared value by value, so one sort is enough: the number with a minus before it, then the name.
It is short and quick, but it works only for values that can have a minus."""


def top_features(counts, how_many):
    """List the most used features, the most used first."""
    pairs = sorted([(-count, name) for name, count in counts.items()])
    top = [name for minus, name in pairs[:how_many]]

    return top
