def remove_duplicates_keep_order(orders):
    kept = []
    text = ""
    for order in orders:
        if str(order) not in text:
            kept.append(order)
            text += str(order) + " "
    return kept
