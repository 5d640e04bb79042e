"""The two letters are right. `+` adds nothing between strings, so the points have to be strings of their own."""


def initials(first, last):
    signed = first[0] + last[0]

    return signed
