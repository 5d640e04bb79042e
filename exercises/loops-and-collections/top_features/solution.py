def top_features(counts, how_many):
    """List the most used features, the most used first."""
    by_name = sorted(counts)
    by_use = sorted(by_name, key=counts.get, reverse=True)
    top = by_use[:how_many]

    return top
