def shopping_list_add(items, new_item):
    """Put new_item at the end of items unless it is there already."""
    # Write your lines here, indented by four spaces.

    return items
