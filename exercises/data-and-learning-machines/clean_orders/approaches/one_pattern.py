"""A regular expression says in one line what a number and a weight look like. It is also stricter: `float` reads
`1e3`, `inf` and `1_000`, and the pattern does not. The price is a line that has to be read slowly."""

import re

NUMBER = r"(\d+(?:[.,]\d+)?)"
MISSING = {"", "n/a", "?"}
FACTORS = {"g": 1, "kg": 1000}


def cents(text):
    """Return a total in cents, None where it cannot be read."""
    found = re.fullmatch(NUMBER, text.strip())
    return found and round(float(found.group(1).replace(",", ".")) * 100)


def grams(text):
    """Return a weight in grams, None where it cannot be read."""
    found = re.fullmatch(NUMBER + r"\s*(k?g)", text.strip().lower())
    return found and round(float(found.group(1).replace(",", ".")) * FACTORS[found.group(2)])


def clean_orders(rows):
    """Return the clean orders, and the rejected ones as (order number, reason)."""
    clean, rejected = {}, []
    for row in rows:
        order = row["order"].strip().upper()
        total, weight = cents(row["total"]), grams(row["weight"])
        if not order:
            rejected.append((order, "no order number"))
        elif order in clean:
            rejected.append((order, "duplicate"))
        elif total is None:
            rejected.append((order, "bad total"))
        elif weight is None and row["weight"].strip().lower() not in MISSING:
            rejected.append((order, "bad weight"))
        else:
            clean[order] = {"order": order, "weight_grams": weight, "total_cents": total}
    return list(clean.values()), rejected
