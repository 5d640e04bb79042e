"""After the delivery there is only what the truck brought: the delivered number *replaced* the old one. Here the
numbers have to be added."""


def stock_update(stock, delivery):
    updated = stock.copy()
    updated.update(delivery)

    return updated
