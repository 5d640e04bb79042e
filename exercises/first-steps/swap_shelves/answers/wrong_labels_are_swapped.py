def swap_shelves(left, right):
    """Swap what lies on the two shelves, then print both."""
    print("right:", left)
    print("left:", right)

    return left, right
