"""Your list begins with what is used least. A sort goes from small to large unless you reverse it."""


def top_features(counts, how_many):
    by_name = sorted(counts)
    by_use = sorted(by_name, key=counts.get)
    top = by_use[:how_many]

    return top
