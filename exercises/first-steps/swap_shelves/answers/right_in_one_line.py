def swap_shelves(left, right):
    left, right = right, left

    print("left:", left)
    print("right:", right)

    return left, right
