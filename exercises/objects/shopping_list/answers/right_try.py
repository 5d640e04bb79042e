class ShoppingList:
    def __init__(self, family):
        self.family = family
        self.items = list()

    def add(self, item):
        if item in self.items:
            return
        self.items.append(item)

    def bought(self, item):
        try:
            self.items.remove(item)
        except ValueError:
            pass

    def text(self):
        return f"{self.family}: {', '.join(self.items) or 'nothing to buy'}"
