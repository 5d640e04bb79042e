def stock_update(stock, delivery):
    names = [*stock, *(name for name in delivery if name not in stock)]
    return {name: stock.get(name, 0) + delivery.get(name, 0) for name in names}
