"""One dictionary holds both counts. The functions change its *contents* and never set its name, so no
`global` is needed, and a third count needs no further declaration. It is still shared state."""

counts = {"parcels": 0, "heavy": 0}


def new_day():
    """Start both counts at 0."""
    counts["parcels"] = 0
    counts["heavy"] = 0


def count_parcel(grams):
    """Count a parcel, as a heavy one too if it weighs more than 20,000 grams."""
    counts["parcels"] += 1
    if grams > 20_000:
        counts["heavy"] += 1


def report():
    """Return a line such as `2 parcels, 1 heavy`."""
    return f"{counts['parcels']} parcels, {counts['heavy']} heavy"
