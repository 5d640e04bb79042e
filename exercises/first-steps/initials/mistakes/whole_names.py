"""You joined the whole names with points. Only the first character of each is wanted; square brackets with a
number take one out."""


def initials(first, last):
    signed = first + "." + last + "."

    return signed
