"""Asks for one piece at a time until one is empty: the rest needs no extra lines.
`zip` with a `range` stops after `size` items. The range must come first in it: if the
stream came first, an item would be lost each time."""


def chunks(items, size):
    """Yield lists of `size` items each; the last one may be shorter."""
    if size < 1:
        raise ValueError("a piece has at least one item")
    stream = iter(items)
    while True:
        piece = [item for _, item in zip(range(size), stream)]
        if not piece:
            return
        yield piece
