def add_item(item, basket=None):
    if basket is None:
        basket = []
    if item not in basket:
        basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    if vouchers is None:
        vouchers = {}
    vouchers[code] = cents
    return vouchers
