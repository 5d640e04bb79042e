"""All your pieces are one and the same list, so whatever you do to it later changes the pieces you
have already yielded. Begin each piece with a new list."""


def chunks(items, size):
    if size < 1:
        raise ValueError("a piece has at least one item")
    piece = []
    for item in items:
        piece.append(item)
        if len(piece) == size:
            yield piece
            piece.clear()
    if piece:
        yield piece
