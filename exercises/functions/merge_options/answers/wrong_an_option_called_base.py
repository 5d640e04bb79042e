def merge_options(base=None, *layers, **changes):
    merged = dict(base or {})
    for layer in layers:
        merged.update(layer)
    merged.update(changes)
    return {key: value for key, value in merged.items() if value is not None}
