class ShoppingList:
    """What a family still has to buy."""

    def __init__(self, family):
        """Begin an empty list for a family."""

    def add(self, item):
        """Put an item at the end, unless it is on the list already."""

    def bought(self, item):
        """Take an item off the list, if it is there."""

    def text(self):
        """Return the family and its items in one line."""
