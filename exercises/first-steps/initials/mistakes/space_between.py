"""There is a space between the two letters that nobody asked for. The second letter follows the first point
at once."""


def initials(first, last):
    signed = first[0] + ". " + last[0] + "."

    return signed
