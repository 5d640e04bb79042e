def stock_update(stock, delivery):
    updated = {name: count for name, count in stock.items() if count}
    for name, count in delivery.items():
        updated[name] = updated.get(name, 0) + count
    return updated
