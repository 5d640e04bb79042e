"""Nothing is dropped. You ask whether an order was seen, but you never put one into the set."""


def remove_duplicates_keep_order(orders):
    kept = []
    seen = set()
    for order in orders:
        if order not in seen:
            kept.append(order)

    return kept
