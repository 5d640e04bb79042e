def stock_update(stock, delivery):
    updated = stock.copy()
    for name, number in delivery.items():
        if updated.get(name):
            updated[name] += number
        else:
            updated.setdefault(name, number)
    return updated
