HEAVY_ABOVE = 2000


def shipping_label(parcel):
    """Return the lines of a label for a parcel within the country."""
    return [parcel["to"], parcel["address"], f"{parcel['grams']} g", *warnings(parcel)]


def gift_label(parcel):
    """Return the lines of a label for a gift: nothing on it says what is inside."""
    greeting = parcel.get("greeting") or "A gift for you"
    return [parcel["to"], parcel["address"], greeting]


def customs_label(parcel):
    """Return the lines of a label for a parcel that goes abroad."""
    return [
        parcel["to"],
        parcel["address"].upper(),
        parcel["country"].upper(),
        *warnings(parcel),
        f"{parcel['grams'] / 1000:.2f} kg",
        f"Value {parcel['cents'] / 100:.2f}",
    ]


def warnings(parcel):
    """Return the lines that people who carry a parcel have to see."""
    if parcel["grams"] > HEAVY_ABOVE:
        return ["HEAVY"]
    return []
