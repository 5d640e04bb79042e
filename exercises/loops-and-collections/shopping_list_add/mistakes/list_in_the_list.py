"""There is a list inside the list now. Append the value itself, without brackets around it."""


def shopping_list_add(items, new_item):
    if new_item not in items:
        items.append([new_item])

    return items
