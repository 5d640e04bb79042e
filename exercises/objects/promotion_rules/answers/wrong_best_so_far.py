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
        if sum(prices) >= self.minimum:
            return min(self.cents, sum(prices))
        return 0


class BestOf(Promotion):
    def __init__(self, name, promotions):
        super().__init__(name)
        self.promotions = promotions
        self.best = 0

    def discount(self, prices):
        for promotion in self.promotions:
            if promotion.discount(prices) > self.best:
                self.best = promotion.discount(prices)
        return self.best
