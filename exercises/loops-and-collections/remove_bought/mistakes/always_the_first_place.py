"""You delete what is at place 0, whatever it is. `del` wants a place; here you know the value, and there is a
method for that."""


def remove_bought(items, bought):
    left = items.copy()
    if bought in left:
        del left[0]

    return left
