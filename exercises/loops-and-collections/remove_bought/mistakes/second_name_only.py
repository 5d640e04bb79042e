"""The list at home changes too. A second name for a list is not a second list; make a copy."""


def remove_bought(items, bought):
    left = items
    if bought in left:
        left.remove(bought)

    return left
