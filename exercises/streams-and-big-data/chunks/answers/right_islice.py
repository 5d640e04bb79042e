from itertools import islice


def chunks(items, size):
    if size < 1:
        raise ValueError(f"pieces of {size} cannot be cut")
    stream = iter(items)
    while True:
        piece = list(islice(stream, size))
        if not piece:
            return
        yield piece
