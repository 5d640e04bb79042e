def merge_options(*layers, **changes):
    merged = {}
    for layer in layers:
        merged.update(layer)
    for name, value in changes.items():
        if value:
            merged[name] = value
        else:
            merged.pop(name, None)
    return {k: v for k, v in merged.items() if v is not None}
