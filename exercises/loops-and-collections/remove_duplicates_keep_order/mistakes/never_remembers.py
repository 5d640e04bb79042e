"""Nothing is dropped. You ask whether an order was seen, but the ones you have seen are never remembered."""


def remove_duplicates_keep_order(orders):
    kept = []
    seen = set()
    for order in orders:
        if order not in seen:
            kept.append(order)

    return kept
