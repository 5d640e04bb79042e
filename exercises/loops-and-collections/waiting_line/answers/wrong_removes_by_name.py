def serve_next(line, newcomer, collects):
    served = line.pop(0)
    if collects:
        line.insert(0, newcomer)
    else:
        line.append(newcomer)
    return served
