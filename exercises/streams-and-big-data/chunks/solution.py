def chunks(items, size):
    """Yield lists of `size` items each; the last one may be shorter."""
    if size < 1:
        raise ValueError("a piece has at least one item")
    piece = []
    for item in items:
        piece.append(item)
        if len(piece) == size:
            yield piece
            piece = []
    if piece:
        yield piece
