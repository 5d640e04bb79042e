"""You add two. Twice a number is the number times two."""


def double(n):
    return n + 2
