"""`remove` stops with a ValueError when the value is not on the list. Ask with `in` first."""


def remove_bought(items, bought):
    left = items.copy()
    left.remove(bought)

    return left
