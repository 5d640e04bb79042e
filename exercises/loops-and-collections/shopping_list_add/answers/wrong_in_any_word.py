def shopping_list_add(items, new_item):
    if new_item not in str(items):
        items.append(new_item)
    return items
