def shopping_list_add(items, new_item):
    if new_item not in items:
        items.append(new_item)
    items[:] = dict.fromkeys(items)
    return items
