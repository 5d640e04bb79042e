def swap_shelves(left, right):
    """Swap what lies on the two shelves, then print both."""
    print("left:", right)
    print("right:", left)

    return left, right
