"""One cent is missing in some totals. `4.35 * 100` is a tiny bit less than 435 for Python, and `int` cuts off
whatever is behind the point. Round it."""


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
    if not order:
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
        order = row["order"].strip().upper()
        reason = why_rejected(order, row, clean)
        if reason:
            rejected.append((order, reason))
        else:
            clean[order] = {
                "order": order,
                "weight_grams": grams(row["weight"]),
                "total_cents": int(number(row["total"]) * 100),
            }
    return list(clean.values()), rejected
