def parse_order_line(line):
    """Return the SKU, quantity and note of a line such as "TEA-01 x 3: please wrap it"."""
