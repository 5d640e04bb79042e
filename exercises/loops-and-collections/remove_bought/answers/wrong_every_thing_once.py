def remove_bought(items, bought):
    left = []
    gone = False
    for item in items:
        if item == bought and not gone:
            gone = True
        elif item not in left:
            left.append(item)
    return left
