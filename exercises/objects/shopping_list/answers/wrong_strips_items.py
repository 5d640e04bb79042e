class ShoppingList:
    def __init__(self, family):
        self.family = family
        self.items = []

    def add(self, item):
        item = item.strip()
        if item not in self.items:
            self.items.append(item)

    def bought(self, item):
        if item in self.items:
            self.items.remove(item)

    def text(self):
        return f"{self.family}: {', '.join(self.items) or 'nothing to buy'}"
