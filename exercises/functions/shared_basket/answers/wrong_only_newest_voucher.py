def add_item(item, basket=None):
    if basket is None:
        basket = []
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    if vouchers is None:
        vouchers = {}
    if code in vouchers:
        vouchers.clear()
    vouchers[code] = cents
    return vouchers
