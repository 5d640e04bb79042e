"""You give `items` the value of `items.append(...)`. `append` changes the list and hands nothing back, so
`items` becomes `None`. Leave out the `items =` in front."""


def shopping_list_add(items, new_item):
    if new_item not in items:
        items = items.append(new_item)

    return items
