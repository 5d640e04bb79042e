import re
import math
from decimal import Decimal, InvalidOperation, ROUND_HALF_EVEN

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


WEIGHT = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(k?g)\s*", re.IGNORECASE)


def whole(number):
    """Round to a whole number."""
    return int(number.to_integral_value(ROUND_HALF_EVEN))


def clean_one(row):
    """Return the weight and the total of a row; ValueError with the reason."""
    try:
        total = Decimal(row["total"].strip().replace(",", "."))
        if not total.is_finite():
            raise InvalidOperation
    except InvalidOperation:
        raise ValueError("bad total") from None
    if row["weight"].strip().lower() in ("", "n/a", "?"):
        return None, whole(total * 100)
    match = WEIGHT.fullmatch(row["weight"])
    if not match:
        raise ValueError("bad weight")
    weight = Decimal(match[1].replace(",", "."))
    return whole(weight * (1000 if match[2].lower() == "kg" else 1)), whole(total * 100)


def clean_orders(rows):
    """Return the clean orders, and the rejected ones as (order number, reason)."""
    clean, rejected = [], []
    for row in rows:
        number = row["order"].strip().upper()
        try:
            if not number:
                raise ValueError("no order number")
            if any(order["order"] == number for order in clean):
                raise ValueError("duplicate")
            grams, cents = clean_one(row)
        except ValueError as reason:
            rejected.append((number, str(reason)))
            continue
        clean.append({"order": number, "weight_grams": grams, "total_cents": cents})
    return clean, rejected
