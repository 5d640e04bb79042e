"""You joined the whole names. Only the first character of each is wanted; square brackets with an index take one
out."""


def initials(first, last):
    signed = first + "." + last + "."

    return signed
