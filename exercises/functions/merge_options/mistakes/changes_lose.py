"""The changes named in the call lose against the layers. They should win over everything."""


def merge_options(*layers, **changes):
    merged = {}
    for layer in [changes, *layers]:
        merged.update(layer)
    return {name: value for name, value in merged.items() if value is not None}
