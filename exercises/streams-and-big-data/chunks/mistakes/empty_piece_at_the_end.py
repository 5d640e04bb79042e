"""When the items fill the pieces exactly, an empty list follows at the end. Yield the
rest only if there is one."""


def chunks(items, size):
    if size < 1:
        raise ValueError("a piece has at least one item")
    piece = []
    for item in items:
        piece.append(item)
        if len(piece) == size:
            yield piece
            piece = []
    yield piece
