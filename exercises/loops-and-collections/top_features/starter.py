def top_features(counts, how_many):
    """List the most used features, the most used first."""
    top = []

    return top
