"""What you return is right, but the family's own list has not changed. Change the list that was passed in
instead of making a new one."""


def shopping_list_add(items, new_item):
    if new_item not in items:
        items = items + [new_item]

    return items
