"""Options that end up as `None` are still in your result. They should be left out."""


def merge_options(*layers, **changes):
    merged = {}
    for layer in layers:
        merged.update(layer)
    merged.update(changes)
    return merged
