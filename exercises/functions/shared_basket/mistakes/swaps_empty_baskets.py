"""*Empty* baskets and vouchers that are passed in count as false, so other ones take their place. The page that
holds on to the first ones never sees the change. Ask whether nothing was passed at all."""


def add_item(item, basket=None):
    if not basket:
        basket = []
    basket.append(item)
    return basket


def add_voucher(code, cents, vouchers=None):
    if not vouchers:
        vouchers = {}
    vouchers[code] = cents
    return vouchers
