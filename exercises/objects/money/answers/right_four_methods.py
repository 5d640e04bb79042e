class Money:
    def __init__(self, cents, currency):
        self.cents = cents
        self.currency = currency

    def _same(self, other):
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.cents

    def __repr__(self):
        return f"Money({self.cents}, '{self.currency}')"

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"

    def __eq__(self, other):
        if type(other) is not Money:
            return False
        return self.cents == other.cents and self.currency == other.currency

    def __hash__(self):
        return hash((self.currency, self.cents))

    def __lt__(self, other):
        return self.cents < self._same(other)

    def __le__(self, other):
        return self.cents <= self._same(other)

    def __gt__(self, other):
        return self.cents > self._same(other)

    def __ge__(self, other):
        return self.cents >= self._same(other)

    def __add__(self, other):
        return Money(self.cents + self._same(other), self.currency)
