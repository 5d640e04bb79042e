"""A slice of one character. It does not stop for an empty name; it leaves the letter out, which may be what
you want or may hide that a name is missing."""


def initials(first, last):
    """Make initials such as A.H. out of a first and a last name."""
    signed = first[:1] + "." + last[:1] + "."

    return signed
