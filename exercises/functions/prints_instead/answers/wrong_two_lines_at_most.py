def line_total(price, quantity):
    return price * quantity


def order_total(lines):
    total = 0
    for number in range(1, len(lines)):
        total += line_total(lines[number]["price"], lines[number]["quantity"])
    return total + line_total(**lines[0]) if len(lines) < 3 and lines else total
