"""Your function works for lists and fails for a stream: a generator has no length and
cannot be sliced. Go through the items one by one instead."""


def chunks(items, size):
    if size < 1:
        raise ValueError("a piece has at least one item")
    for start in range(0, len(items), size):
        yield items[start : start + size]
