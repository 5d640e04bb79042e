def initials(first, last):
    dot = "."
    return first[-len(first)] + dot + last[-len(last)] + dot
