def merge_options(*layers, **changes):
    result = {}
    for layer in layers:
        result.update(layer)
    result.update(changes)
    for k in result:
        if result[k] is None:
            del result[k]
            break
    return result
