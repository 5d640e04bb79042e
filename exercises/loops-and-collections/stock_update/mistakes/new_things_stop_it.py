"""As soon as something new is delivered, Python stops with a KeyError: it has no number yet to which you could
add. What was its number before?"""


def stock_update(stock, delivery):
    updated = stock.copy()
    for name, count in delivery.items():
        updated[name] += count

    return updated
