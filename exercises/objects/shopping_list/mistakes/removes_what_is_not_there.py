"""Your `bought` stops with an error for an item that is not on the list: `remove` wants it to be
there. People buy things that nobody wrote down, so look first."""


class ShoppingList:
    def __init__(self, family):
        self.family = family
        self.items = []

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def bought(self, item):
        self.items.remove(item)

    def text(self):
        if not self.items:
            return f"{self.family}: nothing to buy"
        return f"{self.family}: {', '.join(self.items)}"
