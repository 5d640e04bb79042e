"""What was not delivered is missing. It should stay as it is."""


def stock_update(stock, delivery):
    updated = {}
    for name, count in delivery.items():
        updated[name] = stock.get(name, 0) + count

    return updated
