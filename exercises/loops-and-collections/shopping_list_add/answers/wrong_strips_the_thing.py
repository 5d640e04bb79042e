def shopping_list_add(items, new_item):
    if new_item.strip() not in items:
        items.append(new_item.strip())
    return items
