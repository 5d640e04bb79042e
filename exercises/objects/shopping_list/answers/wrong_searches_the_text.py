class ShoppingList:
    def __init__(self, family):
        self.family = family
        self.items = []

    def add(self, item):
        if item not in self.text():
            self.items.append(item)

    def bought(self, item):
        if item in self.items:
            self.items.remove(item)

    def text(self):
        if not self.items:
            return f"{self.family}: nothing to buy"
        return f"{self.family}: {', '.join(self.items)}"
