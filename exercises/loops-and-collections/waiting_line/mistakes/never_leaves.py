"""The right name comes back, but that person is still in the line afterwards and would be served twice. Take it out
of the list."""


def serve_next(line, newcomer, collects):
    if collects:
        line.insert(0, newcomer)
    else:
        line.append(newcomer)
    return line[0]
