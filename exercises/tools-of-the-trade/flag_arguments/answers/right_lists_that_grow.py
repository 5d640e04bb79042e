def shipping_label(parcel):
    """Return the lines of a label for a parcel within the country."""
    lines = [parcel["to"], parcel["address"]]
    lines.append(f"{parcel['grams']} g")
    add_warning(lines, parcel["grams"])
    return lines


def gift_label(parcel):
    """Return the lines of a label for a gift: nothing on it says what is inside."""
    if parcel.get("greeting"):
        return [parcel["to"], parcel["address"], parcel["greeting"]]
    return [parcel["to"], parcel["address"], "A gift for you"]


def customs_label(parcel):
    """Return the lines of a label for a parcel that goes abroad."""
    lines = [parcel["to"], parcel["address"].upper(), parcel["country"].upper()]
    lines.append("%.2f kg" % (parcel["grams"] / 1000))
    lines.append("Value %.2f" % (parcel["cents"] / 100))
    add_warning(lines, parcel["grams"])
    return lines


def add_warning(lines, grams):
    if grams > 2000:
        lines.append("HEAVY")
