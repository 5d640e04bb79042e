def total_cents(prices):
    """Add up a list of prices in cents."""
    total = 0
    # Write your loop here, indented by four spaces.

    return total
