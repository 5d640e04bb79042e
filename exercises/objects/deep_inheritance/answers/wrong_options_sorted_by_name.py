from dataclasses import dataclass


class Express:
    """Arrives the next day."""

    def cost(self, shipment):
        return 500

    def line(self, shipment):
        return "EXPRESS"


class Insured:
    """Costs one percent of the value, and 2.00 at least."""

    def cost(self, shipment):
        return max(200, shipment.value // 100)

    def line(self, shipment):
        euros, cents = divmod(shipment.value, 100)
        return f"INSURED {euros}.{cents:02}"


class Fragile:
    """Is carried by hand."""

    def cost(self, shipment):
        return 150

    def line(self, shipment):
        return "FRAGILE"


OPTIONS = {"express": Express(), "insured": Insured(), "fragile": Fragile()}


@dataclass
class Shipment:
    """A parcel and its options. Weights are in grams, amounts in cents."""

    grams: int
    value: int
    options: list

    def cost(self):
        """Return what shipping costs."""
        return 490 + self.grams // 10 + sum([one.cost(self) for one in self.options])

    def lines(self):
        """Return the lines of the label."""
        return [f"{self.grams} g", *[one.line(self) for one in self.options]]


def quote(grams, value, options):
    """Return the cost of shipping and the lines of the label."""
    for option in options:
        if option not in OPTIONS:
            raise ValueError(f"there is no option {option}")
    chosen = [OPTIONS[name] for name in sorted(set(options))]
    shipment = Shipment(grams, value, chosen)
    return {"cost": shipment.cost(), "lines": shipment.lines()}
