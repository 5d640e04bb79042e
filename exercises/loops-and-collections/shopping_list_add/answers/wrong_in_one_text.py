def shopping_list_add(items, new_item):
    if f" {new_item} " not in f" {' '.join(items)} ":
        items.append(new_item)
    return items
