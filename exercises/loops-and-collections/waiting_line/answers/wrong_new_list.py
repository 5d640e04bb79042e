def serve_next(line, newcomer, collects):
    if collects:
        line = [newcomer] + line
    else:
        line = line + [newcomer]
    return line.pop(0)
