def add_item(item, basket=None):
    """Put an item into a basket and return it; without one, start a new basket."""
    if basket is None:
        basket = []
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    """Note what a voucher is worth and return all; without any, start with none."""
    if vouchers is None:
        vouchers = {}
    vouchers[code] = cents
    return vouchers
