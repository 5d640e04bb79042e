def remove_bought(items, bought):
    for index in range(len(items)):
        if items[index] == bought:
            return items[:index] + items[index + 1 :]
    return items[:]
