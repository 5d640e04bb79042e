"""What was not delivered is missing. You begin with an empty dictionary and put in only what came with the truck."""


def stock_update(stock, delivery):
    updated = {}
    for name, count in delivery.items():
        updated[name] = stock.get(name, 0) + count

    return updated
