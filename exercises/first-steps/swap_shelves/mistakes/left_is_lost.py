"""Both shelves show what was on the right one. Once `left` has its new value, the old one is gone, so it can't
reach the right shelf. Keep it under a third name first."""


def swap_shelves(left, right):
    left = right
    right = left

    print("left:", left)
    print("right:", right)

    return left, right
