class Shipment:
    def __init__(self, grams, value, options):
        self.grams = grams
        self.value = value
        self.extras = []
        if "express" in options:
            self.extras.append((500, "EXPRESS"))
        if "insured" in options:
            self.extras.append(self.insurance())
        if "fragile" in options:
            self.extras.append((150, "FRAGILE"))

    def insurance(self):
        return (max(200, self.value // 100), "INSURED %d.%02d" % divmod(self.value, 100))

    def quote(self):
        cost = 490 + self.grams // 10
        lines = [f"{self.grams} g"]
        for price, line in self.extras:
            cost = cost + price
            lines.append(line)
        return {"cost": cost, "lines": lines}


def quote(grams, value, options):
    for option in options:
        if option not in ["express", "insured", "fragile"]:
            raise ValueError("there is no option " + option)
    return Shipment(grams, value, options).quote()
