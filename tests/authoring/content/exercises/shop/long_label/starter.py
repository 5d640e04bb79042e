def long_label(kind):
    """Return the word for a kind of parcel."""
    if kind == "S":
        return "small"
    if kind == "M":
        return "medium"
    return "large"
