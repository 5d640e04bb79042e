def shopping_list_add(items, new_item):
    """Put new_item at the end of items unless it is there already."""
    if new_item not in items:
        items.append(new_item)

    return items
