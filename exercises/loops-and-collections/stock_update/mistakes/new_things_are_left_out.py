"""What is new never gets into the stock. Products that were not there before have to be added too."""


def stock_update(stock, delivery):
    updated = stock.copy()
    for name, count in delivery.items():
        if name in updated:
            updated[name] += count

    return updated
