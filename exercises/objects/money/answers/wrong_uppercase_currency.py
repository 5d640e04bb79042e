class Money:
    def __init__(self, cents, currency):
        self.cents = cents
        self.currency = currency.upper()

    def _cents_of(self, other):
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.cents

    def __repr__(self):
        return f"Money({self.cents!r}, {self.currency!r})"

    def __str__(self):
        euros, cents = divmod(self.cents, 100)
        return f"{euros}.{cents:02} {self.currency}"

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.cents, self.currency) == (other.cents, other.currency)

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __lt__(self, other):
        return self.cents < self._cents_of(other)

    def __le__(self, other):
        return self.cents <= self._cents_of(other)

    def __gt__(self, other):
        return self.cents > self._cents_of(other)

    def __ge__(self, other):
        return self.cents >= self._cents_of(other)

    def __add__(self, other):
        return Money(self.cents + self._cents_of(other), self.currency)
