def shopping_list_add(items, new_item):
    if items.count(new_item) == 0:
        items.insert(len(items), new_item)
    return items
