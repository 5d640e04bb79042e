"""After the delivery there is less tea than before: the delivered number *replaced* the old one. `update` does that.
Here the numbers must be added."""


def stock_update(stock, delivery):
    updated = stock.copy()
    updated.update(delivery)

    return updated
