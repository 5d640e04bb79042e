"""The result is right, but the old stock has changed with it. A second name for a dictionary is not a second
dictionary. Make a copy, as with a list."""


def stock_update(stock, delivery):
    updated = stock
    for name, count in delivery.items():
        updated[name] = updated.get(name, 0) + count

    return updated
