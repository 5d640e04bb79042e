def top_features(counts, how_many):
    used = [name for name in counts if counts[name] > 0]
    top = sorted(used, key=lambda name: (-counts[name], name))[:how_many]

    return top
