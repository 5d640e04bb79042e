"""Your program always shows mugs and tea, whatever was handed in. `left` and `right` already stand for the
values of this call; swap those instead of writing new ones."""


def swap_shelves(left, right):
    left = "mugs"
    right = "tea"

    print("left:", left)
    print("right:", right)
