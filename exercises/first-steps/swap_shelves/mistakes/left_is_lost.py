"""Both shelves show what was on the right one. After `left = right` no name stands for the old left value any
more, so it cannot be put on the right. Keep it under a third name first."""


def swap_shelves(left, right):
    left = right
    right = left

    print("left:", left)
    print("right:", right)
