def add_item(item, basket=None):
    basket = list(basket or [])
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    vouchers = dict(vouchers or {})
    vouchers[code] = cents
    return vouchers
