"""The numbers are in the right order, but ties are in reverse alphabetical order. Only the numbers should be
reversed, not the alphabet."""


def top_features(counts, how_many):
    by_name = sorted(counts)
    by_use = sorted(by_name, key=counts.get)
    by_use.reverse()
    top = by_use[:how_many]

    return top
