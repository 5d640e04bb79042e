def stock_update(stock, delivery):
    updated = dict(stock)
    for name, count in delivery.items():
        if count > 0:
            updated[name] = updated.get(name, 0) + count

    return updated
