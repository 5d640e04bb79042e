"""The list at home changes as well. `left = items` does not make a second list; it gives the same list a second
name. Make a copy."""


def remove_bought(items, bought):
    left = items
    if bought in left:
        left.remove(bought)

    return left
