def top_features(counts, how_many):
    pairs = sorted((-number, name) for name, number in counts.items())
    return [name for _, name in pairs][:how_many]
