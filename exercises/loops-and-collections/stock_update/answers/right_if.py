def stock_update(stock, delivery):
    updated = dict(stock)
    for name in delivery:
        if name in updated:
            updated[name] += delivery[name]
        else:
            updated[name] = delivery[name]
    return updated
