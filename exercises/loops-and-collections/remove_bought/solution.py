def remove_bought(items, bought):
    """Make a list of what is left to buy; items itself stays as it is."""
    left = items.copy()
    if bought in left:
        left.remove(bought)

    return left
