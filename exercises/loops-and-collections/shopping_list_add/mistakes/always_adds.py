"""Things that are on the list already come a second time. Ask with `in` or `not in` before you add."""


def shopping_list_add(items, new_item):
    items.append(new_item)

    return items
