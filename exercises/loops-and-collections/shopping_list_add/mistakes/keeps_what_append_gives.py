"""You return `None`. `append` changes the list and returns nothing, so its value is not the list."""


def shopping_list_add(items, new_item):
    if new_item not in items:
        items = items.append(new_item)

    return items
