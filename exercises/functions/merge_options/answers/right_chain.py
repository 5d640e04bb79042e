from collections import ChainMap


def merge_options(*layers, **changes):
    merged = ChainMap(changes, *reversed(layers))
    return {name: merged[name] for name in merged if merged[name] is not None}
