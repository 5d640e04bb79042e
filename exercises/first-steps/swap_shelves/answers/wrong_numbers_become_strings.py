def swap_shelves(left, right):
    left, right = str(right), str(left)

    print("left:", left)
    print("right:", right)

    return left, right
