class Shipment:
    """A parcel without options. Weights are in grams, amounts in cents."""

    def __init__(self, grams, value):
        self.grams = grams
        self.value = value

    def cost(self):
        """Return what shipping costs."""
        return 490 + self.grams // 10

    def lines(self):
        """Return the lines of the label."""
        return [f"{self.grams} g"]


class ExpressShipment(Shipment):
    def cost(self):
        return super().cost() + 500

    def lines(self):
        lines = super().lines()
        lines.append("EXPRESS")
        return lines


class InsuredShipment(Shipment):
    def cost(self):
        return super().cost() + max(200, self.value // 100)

    def lines(self):
        lines = super().lines()
        euros, cents = divmod(self.value, 100)
        lines.append(f"INSURED {euros}.{cents:02}")
        return lines


class FragileShipment(Shipment):
    def cost(self):
        return super().cost() + 150

    def lines(self):
        lines = super().lines()
        lines.append("FRAGILE")
        return lines


class InsuredExpressShipment(ExpressShipment):
    def cost(self):
        return super().cost() + max(200, self.value // 100)

    def lines(self):
        lines = super().lines()
        euros, cents = divmod(self.value, 100)
        lines.append(f"INSURED {euros}.{cents:02}")
        return lines


class FragileExpressShipment(ExpressShipment):
    def cost(self):
        return super().cost() + 150

    def lines(self):
        lines = super().lines()
        lines.append("FRAGILE")
        return lines


class FragileInsuredShipment(InsuredShipment):
    def cost(self):
        return super().cost() + 150

    def lines(self):
        lines = super().lines()
        lines.append("FRAGILE")
        return lines


class FragileInsuredExpressShipment(InsuredExpressShipment):
    def cost(self):
        return super().cost() + 150

    def lines(self):
        lines = super().lines()
        lines.append("FRAGILE")
        return lines


def quote(grams, value, options):
    """Return the cost of shipping and the lines of the label."""
    for option in options:
        if option not in ("express", "insured", "fragile"):
            raise ValueError(f"there is no option {option}")
    if "express" in options and "insured" in options and "fragile" in options:
        shipment = FragileInsuredExpressShipment(grams, value)
    elif "express" in options and "insured" in options:
        shipment = InsuredExpressShipment(grams, value)
    elif "express" in options and "fragile" in options:
        shipment = FragileExpressShipment(grams, value)
    elif "insured" in options and "fragile" in options:
        shipment = FragileInsuredShipment(grams, value)
    elif "express" in options:
        shipment = ExpressShipment(grams, value)
    elif "insured" in options:
        shipment = InsuredShipment(grams, value)
    elif "fragile" in options:
        shipment = FragileShipment(grams, value)
    else:
        shipment = Shipment(grams, value)
    return {"cost": shipment.cost(), "lines": shipment.lines()}
