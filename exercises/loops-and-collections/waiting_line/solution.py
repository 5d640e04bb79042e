def serve_next(line, newcomer, collects):
    if collects:
        line.insert(0, newcomer)
    else:
        line.append(newcomer)
    return line.pop(0)
