class Receipt:
    def __init__(self, order):
        self.order = order
        self.rows = []

    def check(self):
        if "lines" not in self.order or not self.order["lines"]:
            raise ValueError("an order needs at least one line")
        for line in self.order["lines"]:
            self.check_at_least(line, "count", 1)
            self.check_at_least(line, "price", 0)

    def check_at_least(self, line, key, least):
        if line[key] < least:
            raise ValueError(f"{line['name']}: the {key} is {line[key]}")

    def add_row(self, text, amount):
        figure = "%d.%02d" % divmod(amount, 100)
        self.rows.append(text + " " * (28 - len(text) - len(figure)) + figure)

    def discount(self, total):
        if self.order["code"] == "FIVE":
            return 500 if total >= 2000 else 0
        return total // 10 if self.order["code"] == "TEA10" else 0


def receipt(order):
    """Return the lines of a receipt. Amounts are in cents."""
    paper = Receipt(order)
    paper.check()
    total = 0
    for line in order["lines"]:
        amount = line["price"] * line["count"]
        paper.add_row(f"{line['count']} x {line['name']}", amount)
        total += amount
    off = paper.discount(total)
    if off > 0:
        paper.add_row("Discount", off)
    paper.add_row("Total", total - off)
    return paper.rows
