"""The baskets are fixed, but vouchers still travel from one customer to the next. A dictionary as a default is
shared in the same way as a list."""


def add_item(item, basket=None):
    if basket is None:
        basket = []
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers={}):
    vouchers[code] = cents
    return vouchers
