def remove_bought(items, bought):
    left = items[:]
    if left and left[0] == bought:
        left.pop(0)
    elif bought in left:
        left = [item for item in left if item != bought]
    return left
