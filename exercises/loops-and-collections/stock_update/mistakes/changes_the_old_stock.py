"""The result is right, but the old stock has changed with it. `updated = stock` is a second name for the same
dictionary. Make a copy, as with a list."""


def stock_update(stock, delivery):
    updated = stock
    for name, count in delivery.items():
        updated[name] = updated.get(name, 0) + count

    return updated
