"""The letters are right, and the dot at the end is missing. There is one after *each* letter."""


def initials(first, last):
    signed = first[0] + "." + last[0]

    return signed
