def parse_order_line(line):
    """Return SKU, quantity and note of a line such as "TEA-01 x 3: wrap it"."""
