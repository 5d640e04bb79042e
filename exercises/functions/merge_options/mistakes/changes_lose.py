"""The changes named in the call lose against the layers: you put them in first. Whatever is put in
last wins."""


def merge_options(*layers, **changes):
    merged = {}
    for layer in [changes, *layers]:
        merged.update(layer)
    return {name: value for name, value in merged.items() if value is not None}
