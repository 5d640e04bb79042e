def swap_shelves(left, right):
    """Swap what lies on the two shelves, then print both."""
    kept = left
    left = right
    right = kept

    print("left:", left)
    print("right:", right)

    return left, right
