"""Features with the same number stand in the order of the dictionary. Sort by the alphabet *before* you sort by the
numbers; the second sort leaves equal ones alone."""


def top_features(counts, how_many):
    by_use = sorted(counts, key=counts.get, reverse=True)
    top = by_use[:how_many]

    return top
