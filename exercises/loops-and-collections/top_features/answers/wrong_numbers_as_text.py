def top_features(counts, how_many):
    names = sorted(counts)
    names.sort(key=lambda n: str(counts[n]), reverse=True)
    return names[:how_many]
