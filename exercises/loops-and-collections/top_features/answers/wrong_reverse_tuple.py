def top_features(counts, how_many):
    return sorted(counts, key=lambda name: (counts[name], name), reverse=True)[:how_many]
