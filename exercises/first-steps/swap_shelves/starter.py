def swap_shelves(left, right):
    """Swap what lies on the two shelves, then print both."""
    # Write your lines here, indented by four spaces.

    print("left:", left)
    print("right:", right)

    return left, right
