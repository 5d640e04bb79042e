def remove_bought(items, bought):
    left = items.copy()
    for index in range(len(left)):
        if left[index].lower() == bought.lower():
            del left[index]
            break

    return left
