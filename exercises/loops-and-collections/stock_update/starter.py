def stock_update(stock, delivery):
    """Make a new dictionary: the stock with the delivery added to it."""
    updated = {}

    return updated
