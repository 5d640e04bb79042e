def merge_options(*layers, **changes):
    result = {}
    for layer in layers:
        result.update(layer)
    for k, v in changes.items():
        if v is None:
            del result[k]
        else:
            result[k] = v
    return {k: v for k, v in result.items() if v is not None}
