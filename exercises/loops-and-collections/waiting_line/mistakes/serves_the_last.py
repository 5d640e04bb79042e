"""The person at the end of the line is served, and those who have waited longest go on waiting. The front of the line
is at index 0."""


def serve_next(line, newcomer, collects):
    if collects:
        line.insert(0, newcomer)
    else:
        line.append(newcomer)
    return line.pop()
