"""The right name comes back, but the list that was passed in has not changed, and the screen shows that one. Change
the caller's list itself."""


def serve_next(line, newcomer, collects):
    line = line.copy()
    if collects:
        line.insert(0, newcomer)
    else:
        line.append(newcomer)
    return line.pop(0)
