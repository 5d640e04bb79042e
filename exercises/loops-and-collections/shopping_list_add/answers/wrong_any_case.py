def shopping_list_add(items, new_item):
    if new_item.lower() not in [item.lower() for item in items]:
        items.append(new_item)

    return items
