def merge_options(*layers, **changes):
    merged = {}
    for layer in (*layers, changes):
        for key, value in layer.items():
            if isinstance(value, dict) and isinstance(merged.get(key), dict):
                merged[key] = {**merged[key], **value}
            else:
                merged[key] = value
    return {key: value for key, value in merged.items() if value is not None}
