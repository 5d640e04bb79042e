"""`list(...)` makes a list of whatever you give it, so it also copies one. It is shorter to type and works for
other collections too; `copy` says more clearly what you want."""


def remove_bought(items, bought):
    """Make a list of what is left to buy; items itself stays as it is."""
    left = list(items)
    if bought in left:
        left.remove(bought)

    return left
