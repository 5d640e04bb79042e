import math
import re
from decimal import ROUND_HALF_UP, Decimal

NUMBER = re.compile(r"\d+(?:[.,]\d*)?|[.,]\d+")


def amount(text, factor):
    if not NUMBER.fullmatch(text):
        return None
    exact = Decimal(text.replace(",", ".")) * factor
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def clean_orders(rows):
    clean, rejected, seen = [], [], set()
    for row in rows:
        number = "".join(row["order"].split()).upper()
        total = amount(row["total"].strip(), 100)
        text = row["weight"].strip().lower()
        missing = text in ("", "n/a", "?")
        if text.endswith("kg"):
            weight = amount(text[:-2].strip(), 1000)
        elif text.endswith("g"):
            weight = amount(text[:-1].strip(), 1)
        else:
            weight = None
        if not number:
            reason = "no order number"
        elif number in seen:
            reason = "duplicate"
        elif total is None:
            reason = "bad total"
        elif weight is None and not missing:
            reason = "bad weight"
        else:
            seen.add(number)
            clean.append({"order": number, "weight_grams": weight, "total_cents": total})
            continue
        rejected.append((number, reason))
    return clean, rejected
