"""All families write on the same list: it is made only once, and not for each of them. Make a new
list for each instance, in `__init__`."""


class ShoppingList:
    items = []

    def __init__(self, family):
        self.family = family

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def bought(self, item):
        if item in self.items:
            self.items.remove(item)

    def text(self):
        if not self.items:
            return f"{self.family}: nothing to buy"
        return f"{self.family}: {', '.join(self.items)}"
