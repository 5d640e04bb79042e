"""Both shelves show what was on the right one. Once `left` has its new value, only a third name can still hold the
old one, and that is what `right` has to get."""


def swap_shelves(left, right):
    left = right
    right = left

    print("left:", left)
    print("right:", right)

    return left, right
