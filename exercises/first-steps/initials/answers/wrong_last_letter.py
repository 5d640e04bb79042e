def initials(first, last):
    signed = first[0] + "." + last[-1] + "."

    return signed
