"""What you hand back is right, but the family's own list has not changed: `items + [...]` makes a new list.
Change the list that was handed in."""


def shopping_list_add(items, new_item):
    if new_item not in items:
        items = items + [new_item]

    return items
