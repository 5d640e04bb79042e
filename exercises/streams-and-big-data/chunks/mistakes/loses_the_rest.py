"""The last items are missing when they don't fill a piece. After the loop your list may still hold some; yield them
too."""


def chunks(items, size):
    if size < 1:
        raise ValueError("a piece has at least one item")
    piece = []
    for item in items:
        piece.append(item)
        if len(piece) == size:
            yield piece
            piece = []
