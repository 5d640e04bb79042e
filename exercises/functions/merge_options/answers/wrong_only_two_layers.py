def merge_options(first=None, second=None, **changes):
    merged = dict(first or {})
    merged.update(second or {})
    merged.update(changes)
    return {name: value for name, value in merged.items() if value is not None}
