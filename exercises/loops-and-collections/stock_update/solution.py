def stock_update(stock, delivery):
    """Make a new dictionary: the stock with the delivery added to it."""
    updated = stock.copy()
    for name, count in delivery.items():
        updated[name] = updated.get(name, 0) + count

    return updated
