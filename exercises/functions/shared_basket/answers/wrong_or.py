def add_item(item, basket=None):
    basket = basket or []
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    vouchers = vouchers or {}
    vouchers[code] = cents
    return vouchers
