def merge_options(*layers, **changes):
    result = {}
    for layer in layers:
        result = {**result, **layer}
    result = {**result, **changes}
    for name in list(result):
        if result[name] is None:
            del result[name]
    return result
