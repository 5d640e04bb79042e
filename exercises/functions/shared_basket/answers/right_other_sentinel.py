NOTHING = object()


def add_item(item, basket=NOTHING):
    if basket is NOTHING:
        return [item]
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=NOTHING):
    if vouchers is NOTHING:
        return {code: cents}
    vouchers[code] = cents
    return vouchers
