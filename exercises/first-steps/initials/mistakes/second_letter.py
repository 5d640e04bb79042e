"""You take the second letter of each name. Counting starts at 0, so the character at index 1 is already the
second."""


def initials(first, last):
    signed = first[1] + "." + last[1] + "."

    return signed
