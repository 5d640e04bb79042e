def stock_update(stock, delivery):
    if not stock:
        return delivery
    updated = stock.copy()
    for name, number in delivery.items():
        updated[name] = updated.get(name, 0) + number
    return updated
