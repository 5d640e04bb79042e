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
    if order in known:
        return "duplicate"
    for column, read in [("total", number), ("weight", grams)]:
        try:
            read(row[column])
        except ValueError:
            return f"bad {column}"
    return None


def read_or_none(read, text):
    """Return a list with what is read, or an empty one."""
    try:
        return [read(text)]
    except ValueError:
        return []


def clean_orders(rows):
    """Return the clean orders, and the rejected ones as (order number, reason)."""
    clean, rejected = {}, []
    for row in rows:
        order = row["order"].upper().strip()
        total = read_or_none(number, row["total"].strip())
        weight = read_or_none(grams, row["weight"])
        if order == "":
            reason = "no order number"
        elif order in clean:
            reason = "duplicate"
        elif not total:
            reason = "bad total"
        elif not weight:
            reason = "bad weight"
        else:
            cents = round(total[0] * 100)
            clean[order] = dict(order=order, weight_grams=weight[0], total_cents=cents)
            continue
        rejected.append((order, reason))
    return [*clean.values()], rejected
