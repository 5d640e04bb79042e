def can_ship_today(stock, paid, hour):
    return stock >= 1 and paid == True and hour >= 8 and hour <= 13
