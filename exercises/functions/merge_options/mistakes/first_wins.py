"""In your result the *first* layer wins. The person's own setting comes last, and it is the one that should
count."""


def merge_options(*layers, **changes):
    merged = {}
    for layer in [*layers, changes]:
        for name, value in layer.items():
            if name not in merged:
                merged[name] = value
    return {name: value for name, value in merged.items() if value is not None}
