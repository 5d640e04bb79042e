"""Python can give two names new values in one line: it works out everything on the right first. This is how
experienced Python programmers swap. The version with a third name works in nearly every language."""


def swap_shelves(left, right):
    """Swap what lies on the two shelves, then print both."""
    left, right = right, left

    print("left:", left)
    print("right:", right)
