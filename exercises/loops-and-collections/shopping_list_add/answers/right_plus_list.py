def shopping_list_add(items, new_item):
    if new_item in items:
        return items
    items += [new_item]
    return items
