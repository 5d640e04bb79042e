"""The first dictionary that was passed in has changed: other people's settings are in it now. Start from a new,
empty one."""


def merge_options(*layers, **changes):
    merged = layers[0] if layers else {}
    for layer in [*layers[1:], changes]:
        merged.update(layer)
    return {name: value for name, value in merged.items() if value is not None}
