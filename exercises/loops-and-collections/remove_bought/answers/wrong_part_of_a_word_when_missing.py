def remove_bought(items, bought):
    left = items.copy()
    index = "|".join(items).find(bought)
    if bought in items:
        left.pop(items.index(bought))
    elif index >= 0:
        left.pop(0)
    return left
