class Money:
    """An amount in one currency; `cents` is a whole number."""

    def __init__(self, cents, currency):
        """Keep the amount and the currency."""
        self.cents = cents
        self.currency = currency

    def __repr__(self):
        return f"Money({self.cents}, {self.currency!r})"

    def __str__(self):
        whole, cents = divmod(self.cents, 100)
        return f"{whole}.{cents:02} {self.currency}"

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents == other.cents and self.currency == other.currency

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __lt__(self, other):
        self._check(other)
        return self.cents < other.cents

    def __le__(self, other):
        self._check(other)
        return self.cents <= other.cents

    def __gt__(self, other):
        self._check(other)
        return self.cents > other.cents

    def __ge__(self, other):
        self._check(other)
        return self.cents <= other.cents

    def __add__(self, other):
        self._check(other)
        return Money(self.cents + other.cents, self.currency)

    def _check(self, other):
        """Raise ValueError where the other money is of another currency."""
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
