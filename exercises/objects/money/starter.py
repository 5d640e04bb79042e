class Money:
    """An amount in one currency; `cents` is a whole number."""

    def __init__(self, cents, currency):
        """Keep the amount and the currency."""
        self.cents = cents
        self.currency = currency
