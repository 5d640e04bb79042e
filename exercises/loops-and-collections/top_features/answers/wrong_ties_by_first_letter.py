def top_features(counts, how_many):
    names = sorted(counts, key=lambda n: (-counts[n], n[0]))
    return names[:how_many]
