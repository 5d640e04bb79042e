def remove_bought(items, bought):
    left = items[::-1]
    if bought in left:
        left.remove(bought)
    return left[::-1]
