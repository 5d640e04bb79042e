"""All your pieces are one and the same list: `clear` empties it for those who have got
it already. Give the name a new list in its place."""


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
