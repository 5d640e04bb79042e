def initials(first, last):
    """Make initials such as A.H. out of a first and a last name."""
    signed = ""

    return signed
