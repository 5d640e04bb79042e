def remove_bought(items, bought):
    left = items[:]
    if left.count(bought) > 2:
        left = [i for i in left if i != bought]
    elif bought in left:
        left.remove(bought)
    return left
