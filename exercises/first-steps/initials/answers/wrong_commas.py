def initials(first, last):
    signed = first[0], ".", last[0], "."

    return signed
