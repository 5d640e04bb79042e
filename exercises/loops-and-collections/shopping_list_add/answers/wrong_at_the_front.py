def shopping_list_add(items, new_item):
    if new_item not in items:
        items.insert(0, new_item)
    return items
