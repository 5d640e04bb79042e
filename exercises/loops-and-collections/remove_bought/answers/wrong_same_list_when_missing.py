def remove_bought(items, bought):
    if bought not in items:
        return items
    left = items.copy()
    left.remove(bought)
    return left
