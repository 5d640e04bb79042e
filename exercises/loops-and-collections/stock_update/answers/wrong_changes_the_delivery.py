def stock_update(stock, delivery):
    for name, count in stock.items():
        delivery[name] = delivery.get(name, 0) + count
    return delivery
