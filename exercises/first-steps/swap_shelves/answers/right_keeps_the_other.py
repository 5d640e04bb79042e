def swap_shelves(left, right):
    """Swap what lies on the two shelves, then print both."""
    third = right
    right = left
    left = third

    print("left:", left)
    print("right:", right)

    return left, right
