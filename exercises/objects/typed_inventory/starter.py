class Inventory:
    """How many there are of each SKU."""

    def add(self, sku, count):
        """Put some more of a SKU on the shelf; ValueError for fewer than 1."""

    def stock(self, sku):
        """Return how many there are of a SKU."""

    def skus(self):
        """Return all SKUs in the order of the alphabet."""

    def scarcest(self):
        """Return the SKU of which there are fewest, or None."""


def merged(inventories):
    """Return a new inventory with everything that is in the others."""
