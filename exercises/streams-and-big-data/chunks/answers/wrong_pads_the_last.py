from itertools import islice


def chunks(items, size):
    if size < 1:
        raise ValueError("a piece has at least one item")
    stream = iter(items)
    while piece := list(islice(stream, size)):
        yield piece + [None] * (size - len(piece))
