def chunks(items, size):
    if size < 1:
        raise ValueError("a piece has at least one item")
    stream = iter(items)
    piece = []
    while item := next(stream, None):
        piece.append(item)
        if len(piece) == size:
            yield piece
            piece = []
    if piece:
        yield piece
