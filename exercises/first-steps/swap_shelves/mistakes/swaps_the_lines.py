"""The two lines come in another order, but each shelf still has what it had before. The values of the names have
to be swapped, not the lines that print them."""


def swap_shelves(left, right):
    print("right:", right)
    print("left:", left)

    return left, right
