def serve_next(line, newcomer, collects):
    if collects:
        return newcomer
    line.append(newcomer)
    front = line.pop(0)
    return front
