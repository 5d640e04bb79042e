_start = []


def add_item(item, basket=_start):
    if basket is _start:
        basket.clear()
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    if vouchers is None:
        vouchers = {}
    vouchers[code] = cents
    return vouchers
