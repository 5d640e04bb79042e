class Promotion:
    def __init__(self, name):
        self.name = name

    def discount(self, prices):
        return 0

    def label(self, prices):
        return f"{self.name}: {self.discount(prices)} off"


class PercentOff(Promotion):
    def __init__(self, name, percent):
        Promotion.__init__(self, name)
        self.percent = percent

    def discount(self, prices):
        total = 0
        for price in prices:
            total += price
        return int(total * self.percent / 100)


class AmountOff(Promotion):
    def __init__(self, name, cents, minimum):
        super().__init__(name)
        self.cents = cents
        self.minimum = minimum

    def discount(self, prices):
        total = sum(prices)
        off = self.cents if total >= self.minimum else 0
        return off if off <= total else total


class BestOf(Promotion):
    def __init__(self, name, promotions):
        super().__init__(name)
        self.promotions = promotions

    def discount(self, prices):
        best = super().discount(prices)
        for promotion in self.promotions:
            if promotion.discount(prices) > best:
                best = promotion.discount(prices)
        return best
