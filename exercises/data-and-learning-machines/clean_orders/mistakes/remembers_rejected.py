"""After a row with a bad total, the next row with the same number is a `duplicate` for you. Nothing was kept of
the first one: only a clean order makes a number known."""


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
    seen = set()
    for row in rows:
        order = row["order"].strip().upper()
        reason = why_rejected(order, row, seen)
        seen.add(order)
        if reason:
            rejected.append((order, reason))
        else:
            clean[order] = {
                "order": order,
                "weight_grams": grams(row["weight"]),
                "total_cents": round(number(row["total"]) * 100),
            }
    return list(clean.values()), rejected
