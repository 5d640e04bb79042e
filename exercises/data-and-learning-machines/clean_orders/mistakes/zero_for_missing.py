"""A weight nobody knows comes out as 0, and 0 is a claim: the parcel weighs nothing. Every mean would
be wrong without a word. Missing is `None`."""


MISSING = {"", "n/a", "?"}


def number(text):
    return float(text.replace(",", "."))


def grams(text):
    text = text.strip().lower()
    if text in MISSING:
        return 0
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
                "total_cents": round(number(row["total"]) * 100),
            }
    return list(clean.values()), rejected
