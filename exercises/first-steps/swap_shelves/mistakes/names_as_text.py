"""The shelves show the words "right" and "left" instead of what is on them. Names that are written between
quotes are only text."""


def swap_shelves(left, right):
    left = "right"
    right = "left"

    print("left:", left)
    print("right:", right)

    return left, right
