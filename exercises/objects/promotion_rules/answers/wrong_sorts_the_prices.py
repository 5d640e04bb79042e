class Promotion:
    def __init__(self, name):
        self.name = name

    def discount(self, prices):
        return 0

    def label(self, prices):
        return f"{self.name}: {self.discount(prices)} off"


class PercentOff(Promotion):
    def __init__(self, name, percent):
        super().__init__(name)
        self.percent = percent

    def discount(self, prices):
        return sum(prices) * self.percent // 100


class AmountOff(Promotion):
    def __init__(self, name, cents, minimum):
        super().__init__(name)
        self.cents = cents
        self.minimum = minimum

    def discount(self, prices):
        total = sum(prices)
        if total < self.minimum:
            return 0
        return min(self.cents, total)


class BestOf(Promotion):
    def __init__(self, name, promotions):
        super().__init__(name)
        self.promotions = promotions

    def discount(self, prices):
        prices.sort()
        return max((p.discount(prices) for p in self.promotions), default=0)
