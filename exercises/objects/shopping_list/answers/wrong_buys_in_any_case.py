class ShoppingList:
    def __init__(self, family):
        self.family = family
        self.items = []

    def add(self, item):
        if item not in self.items:
            self.items.append(item)

    def bought(self, item):
        self.items = [i for i in self.items if i.lower() != item.lower()]

    def text(self):
        return f"{self.family}: {', '.join(self.items) or 'nothing to buy'}"
