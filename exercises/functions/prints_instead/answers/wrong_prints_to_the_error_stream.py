import sys


def line_total(price, quantity):
    sys.stderr.write(f"{price * quantity}\n")
    return price * quantity


def order_total(lines):
    return sum(line_total(line["price"], line["quantity"]) for line in lines)
