"""You append `[new_item]`, with brackets. That puts a list into the list. Append the value itself, without
brackets."""


def shopping_list_add(items, new_item):
    if new_item not in items:
        items.append([new_item])

    return items
