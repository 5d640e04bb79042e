"""You swapped the two `print` lines, so they come in another order, but each shelf still holds what it held
before. The names themselves have to be swapped."""


def swap_shelves(left, right):
    print("right:", right)
    print("left:", left)
