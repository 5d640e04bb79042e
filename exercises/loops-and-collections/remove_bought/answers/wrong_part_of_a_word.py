def remove_bought(items, bought):
    left = []
    done = False
    for item in items:
        if bought in item and not done:
            done = True
        else:
            left.append(item)
    return left
