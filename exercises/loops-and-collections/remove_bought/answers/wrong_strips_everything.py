def remove_bought(items, bought):
    left = [item.strip() for item in items]
    if bought in left:
        left.remove(bought)
    return left
