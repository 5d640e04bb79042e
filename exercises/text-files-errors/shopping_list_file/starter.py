def read_items(path):
    """Return the items of the list and how many to buy; nothing when there is no file."""


def add_item(path, name, quantity):
    """Add an item to the list, save it, and return the whole list."""
