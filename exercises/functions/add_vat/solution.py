def add_vat(item, net, percent):
    """Print an invoice line: item, net price, tax and their sum, in cents."""
    tax = net * percent // 100
    print(f"{item}: {net} + {tax} VAT = {net + tax}")
