def merge_options(*layers, **changes):
    merged = {}
    for layer in [*layers, changes]:
        for name, value in layer.items():
            if value is not None:
                merged[name] = value
    return merged
