import math

MISSING = {"", "n/a", "?"}


def number(text):
    """Return the number in a text with a decimal comma or point; ValueError if it is none."""
    value = float(text.replace(",", "."))
    if not math.isfinite(value):  # float reads "nan" and "inf" as well
        raise ValueError(f"not a number: {text}")
    return value


def grams(text):
    """Return a weight in grams, None where it is missing; ValueError if it cannot be read."""
    text = text.strip().lower()
    if text in MISSING:
        return None
    if text.endswith("kg"):
        return round(number(text.removesuffix("kg")) * 1000)
    if text.endswith("g"):
        return round(number(text.removesuffix("g")))
    raise ValueError(f"no unit: {text}")


def why_rejected(order, row, known):
    """Return why the row cannot be used, or None."""
    if not order:
        return "no order number"

    for column, read in [("total", number), ("weight", grams)]:
        try:
            read(row[column])
        except ValueError:
            return f"bad {column}"
    return None


def clean_orders(rows):
    """Return the clean orders, and the rejected ones as (order number, reason)."""
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
