"""You look for duplicates with the number as it was typed. `A-17` and ` a-17` are one order: tidy the
number first, compare and store the tidy one."""


MISSING = {"", "n/a", "?"}


def number(text):
    return float(text.replace(",", "."))


def grams(text):
    text = text.strip().lower()
    if text in MISSING:
        return None
    if text.endswith("kg"):
        return round(number(text.removesuffix("kg")) * 1000)
    if text.endswith("g"):
        return round(number(text.removesuffix("g")))
    raise ValueError(f"no unit: {text}")


def why_rejected(order, row, known):
    if not order.strip():
        return "no order number"
    if order in known:
        return "duplicate"
    for column, read in [("total", number), ("weight", grams)]:
        try:
            read(row[column])
        except ValueError:
            return f"bad {column}"
    return None


def clean_orders(rows):
    clean = {}
    rejected = []
    for row in rows:
        order = row["order"]
        reason = why_rejected(order, row, clean)
        if reason:
            rejected.append((order.strip().upper(), reason))
        else:
            clean[order] = {
                "order": order.strip().upper(),
                "weight_grams": grams(row["weight"]),
                "total_cents": round(number(row["total"]) * 100),
            }
    return list(clean.values()), rejected
