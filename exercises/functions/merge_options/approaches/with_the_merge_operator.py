"""`|` makes a new dictionary from two; the right one wins. It reads well and makes a copy at each
step, which only matters for very large dictionaries."""


def merge_options(*layers, **changes):
    """Return one dictionary from several layers and changes; the later wins."""
    merged = {}
    for layer in layers:
        merged = merged | layer
    merged = merged | changes
    return {name: merged[name] for name in merged if merged[name] is not None}
