"""Every character of the word is added separately. A string is a row of characters, and `+=` adds them one by
one. There is a method that adds one whole value."""


def shopping_list_add(items, new_item):
    if new_item not in items:
        items += new_item

    return items
