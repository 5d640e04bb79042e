class ShoppingList:
    def __init__(self, family):
        self.family, self.items = family, []

    def add(self, item):
        if self.items.count(item) == 0:
            self.items += [item]

    def bought(self, item):
        self.items = [other for other in self.items if other != item]

    def text(self):
        what = ", ".join(self.items) if self.items else "nothing to buy"
        return self.family + ": " + what
