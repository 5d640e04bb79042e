"""When the thing is not on the list, Python stops with a ValueError. Ask first whether it is there."""


def remove_bought(items, bought):
    left = items.copy()
    left.remove(bought)

    return left
