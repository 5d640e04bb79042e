def add_vat(item, net, percent):
    """Print an invoice line: item, net price, tax and their sum, in cents."""
