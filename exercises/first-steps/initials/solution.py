def initials(first, last):
    """Make initials such as A.H. out of a first and a last name."""
    signed = first[0] + "." + last[0] + "."

    return signed
