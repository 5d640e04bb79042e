def label(city):
    """Return the text on the label."""
    return f"to {city}"
