def merge_options(*layers, **changes):
    """Return one dictionary from several layers and changes; the later wins."""
    merged = {}
    for layer in [*layers, changes]:
        merged.update(layer)
    return {name: value for name, value in merged.items() if value is not None}
