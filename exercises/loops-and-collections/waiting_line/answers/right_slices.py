def serve_next(line, newcomer, collects):
    if collects:
        line[:0] = [newcomer]
    else:
        line += [newcomer]
    front = line[0]
    del line[0]
    return front
