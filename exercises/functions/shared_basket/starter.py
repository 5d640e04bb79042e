def add_item(item, basket=[]):
    """Put an item into a basket and return it; without one, start a new basket."""
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers={}):
    """Note what a voucher is worth and return all; without any, start with none."""
    vouchers[code] = cents
    return vouchers
