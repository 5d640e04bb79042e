"""Both shelves show what was on the left one. Once `right` has its new value, the old one is gone. Keep it under
a third name before you replace it."""


def swap_shelves(left, right):
    right = left
    left = right

    print("left:", left)
    print("right:", right)

    return left, right
