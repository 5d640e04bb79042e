"""You sort by the numbers first and by the alphabet afterwards. The last sort is the one that matters most, so the
order of the two must change."""


def top_features(counts, how_many):
    by_use = sorted(counts, key=counts.get, reverse=True)
    top = sorted(by_use[:how_many])

    return top
