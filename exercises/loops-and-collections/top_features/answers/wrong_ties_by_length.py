def top_features(counts, how_many):
    return sorted(counts, key=lambda n: (-counts[n], len(n), n))[:how_many]
