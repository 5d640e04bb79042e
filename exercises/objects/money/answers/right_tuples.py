import functools


@functools.total_ordering
class Money:
    def __init__(self, cents, currency):
        self.cents, self.currency = cents, currency

    def __repr__(self):
        return "Money({!r}, {!r})".format(self.cents, self.currency)

    def __str__(self):
        return f"{self.cents / 100:.2f} {self.currency}"

    def __eq__(self, other):
        return isinstance(other, Money) and (self.cents, self.currency) == (
            other.cents,
            other.currency,
        )

    def __hash__(self):
        return hash(repr(self))

    def __lt__(self, other):
        if self.currency == other.currency:
            return self.cents < other.cents
        raise ValueError(f"{self.currency} and {other.currency} do not mix")

    def __add__(self, other):
        if self.currency == other.currency:
            return Money(self.cents + other.cents, self.currency)
        raise ValueError(f"{self.currency} and {other.currency} do not mix")
