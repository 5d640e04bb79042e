"""You put everything into the first dictionary that was handed in. Its owner now has other people's
settings in it. Start from a new, empty one."""


def merge_options(*layers, **changes):
    merged = layers[0] if layers else {}
    for layer in [*layers[1:], changes]:
        merged.update(layer)
    return {name: value for name, value in merged.items() if value is not None}
