"""The two letters are right, but the dots are missing. Joining adds nothing in between, so write each dot as a
string."""


def initials(first, last):
    signed = first[0] + last[0]

    return signed
