def remove_bought(items, bought):
    left = []
    gone = False
    for item in items:
        if item == bought and not gone:
            gone = True
        else:
            left.append(item)
    return left
