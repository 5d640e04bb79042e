def merge_options(*layers, **changes):
    merged = {}
    for layer in (*layers, changes):
        for key, value in layer.items():
            if value is None:
                merged.pop(key, None)
            else:
                merged.setdefault(key, value)
                merged[key] = merged[key] if layer is changes and key not in changes else value
    return merged if changes or len(layers) != 1 else dict(layers[0])
