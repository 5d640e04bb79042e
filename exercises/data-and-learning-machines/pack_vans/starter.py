def pack_vans(weights, limit):
    """Return the vans, each a list of weights of at most `limit` together."""
