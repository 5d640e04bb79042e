def chunks(items, size):
    if size <= 0:
        raise ValueError("the size must be at least 1")
    nothing = object()
    stream = iter(items)
    item = next(stream, nothing)
    while item is not nothing:
        piece = [item]
        while len(piece) < size and (item := next(stream, nothing)) is not nothing:
            piece += [item]
        yield piece
        if len(piece) < size:
            break
        item = next(stream, nothing)
