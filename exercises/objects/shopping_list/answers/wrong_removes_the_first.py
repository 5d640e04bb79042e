class ShoppingList:
    """What a family still has to buy."""

    def __init__(self, family):
        """Begin an empty list for a family."""
        self.family = family
        self.items = []

    def add(self, item):
        """Put an item at the end, unless it is on the list already."""
        if item not in self.items:
            self.items.append(item)

    def bought(self, item):
        """Take an item off the list, if it is there."""
        if item in self.items:
            self.items.pop(0)

    def text(self):
        """Return the family and its items in one line."""
        if not self.items:
            return f"{self.family}: nothing to buy"
        return f"{self.family}: {', '.join(self.items)}"
