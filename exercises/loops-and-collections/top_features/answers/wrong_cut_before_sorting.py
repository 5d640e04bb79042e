def top_features(counts, how_many):
    names = sorted(counts)[:how_many]
    return sorted(names, key=counts.get, reverse=True)
