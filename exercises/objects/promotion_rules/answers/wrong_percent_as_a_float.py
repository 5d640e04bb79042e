class Promotion:
    def __init__(self, name, *settings):
        self.name = name
        self.settings = settings

    def discount(self, prices):
        return 0

    def label(self, prices):
        return f"{self.name}: {self.discount(prices)} off"


class PercentOff(Promotion):
    def discount(self, prices):
        [percent] = self.settings
        return int(sum(prices) * (percent / 100))


class AmountOff(Promotion):
    def discount(self, prices):
        cents, minimum = self.settings
        if sum(prices) < minimum:
            return super().discount(prices)
        return sorted([cents, sum(prices)])[0]


class BestOf(Promotion):
    def discount(self, prices):
        return max([0] + [one.discount(prices) for one in self.settings[0]])
