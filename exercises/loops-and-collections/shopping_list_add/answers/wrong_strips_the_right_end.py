def shopping_list_add(items, new_item):
    new_item = new_item.rstrip()
    if new_item not in items:
        items.append(new_item)
    return items
