def shipping_label(parcel):
    """Return the lines of a label for a parcel within the country."""
    return make_label(parcel, False, False, True)


def gift_label(parcel):
    """Return the lines of a label for a gift: nothing on it says what is inside."""
    return make_label(parcel, True, False, False)


def customs_label(parcel):
    """Return the lines of a label for a parcel that goes abroad."""
    return make_label(parcel, False, True, True)


def make_label(parcel, gift, abroad, weight):
    """Return the lines of a label."""
    lines = [parcel["to"]]
    if abroad:
        lines.append(parcel["address"].upper())
        lines.append(parcel["country"].upper())
    else:
        lines.append(parcel["address"])
    if gift:
        if parcel.get("greeting"):
            lines.append(parcel["greeting"])
        else:
            lines.append("A gift for you")
    elif weight:
        if abroad:
            lines.append(f"{parcel['grams'] / 1000:.2f} kg")
        else:
            lines.append(f"{parcel['grams']} g")
    if abroad and not gift:
        lines.append(f"Value {parcel['cents'] / 100:.2f}")
    if weight and parcel["grams"] > 2000:
        lines.append("HEAVY")
    return lines
