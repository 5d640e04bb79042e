"""You return `None`. `remove` changes the list and returns nothing, so its value is not the list. Copy on one
line, remove on the next."""


def remove_bought(items, bought):
    left = items.copy()
    if bought in left:
        left = left.remove(bought)

    return left
