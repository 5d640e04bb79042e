"""`False`, `0` and empty strings disappear from your result. They count as false in an `if`, but they are values
that somebody chose; only `None` takes an option away."""


def merge_options(*layers, **changes):
    merged = {}
    for layer in [*layers, changes]:
        merged.update(layer)
    return {name: value for name, value in merged.items() if value}
