"""Asks for one piece at a time until one is empty: the rest needs no lines of its own.
`zip` with a `range` stops after `size` items. It must ask the range first: asked first,
the stream would lose an item each time."""


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
