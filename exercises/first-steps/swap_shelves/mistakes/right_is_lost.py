"""Both shelves show what was on the left one. After `right = left` no name stands for the old right value any
more. Keep it under a third name before you give `right` a new value."""


def swap_shelves(left, right):
    right = left
    left = right

    print("left:", left)
    print("right:", right)
