from itertools import zip_longest


def chunks(items, size):
    if size < 1:
        raise ValueError("a piece has at least one item")
    streams = [iter(items)] * size
    for group in zip_longest(*streams):
        yield [item for item in group if item is not None]
