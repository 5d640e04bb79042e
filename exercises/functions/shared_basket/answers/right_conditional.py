def add_item(item, basket=None):
    basket = [] if basket is None else basket
    basket += [item]
    return basket


def add_voucher(code, cents, vouchers=None):
    vouchers = {} if vouchers is None else vouchers
    vouchers.update({code: cents})
    return vouchers
