def remove_bought(items, bought):
    left = items[:]
    if bought in items:
        items.remove(bought)
        left = items[:]
        items.append(bought)
    return left
