HEAVY_ABOVE = 2000


def shipping_label(parcel):
    """Return the lines of a label for a parcel within the country."""
    return begin(parcel, "home") + [f"{parcel['grams']} g", *warnings(parcel)]


def gift_label(parcel):
    """Return the lines of a label for a gift: nothing on it says what is inside."""
    greeting = parcel.get("greeting") or "A gift for you"
    return begin(parcel, "home") + [greeting]


def customs_label(parcel):
    """Return the lines of a label for a parcel that goes abroad."""
    return begin(parcel, "abroad") + [
        f"{parcel['grams'] / 1000:.2f} kg",
        f"Value {parcel['cents'] / 100:.2f}",
        *warnings(parcel),
    ]


def begin(parcel, kind):
    if kind == "abroad":
        return [parcel["to"], parcel["address"].upper(), parcel["country"].upper()]
    return [parcel["to"], parcel["address"]]


def warnings(parcel):
    """Return the lines that people who carry a parcel have to see."""
    if parcel["grams"] > HEAVY_ABOVE:
        return ["HEAVY"]
    return []
