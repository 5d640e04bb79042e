def shipping_label(parcel):
    return address(parcel) + [f"{parcel['grams']} g"] + heavy(parcel)


def gift_label(parcel):
    lines = address(parcel)
    lines.append(parcel.get("greeting", "") or "A gift for you")
    return lines


def customs_label(parcel):
    kilograms = parcel["grams"] / 1000
    value = parcel["cents"] / 100
    label = [parcel["to"]]
    label += [parcel[key].upper() for key in ("address", "country")]
    label += [f"{kilograms:.2f} kg", f"Value {value:.2f}"]
    return label + heavy(parcel)


def address(parcel):
    return [parcel["to"], parcel["address"]]


def heavy(parcel):
    return ["HEAVY"] if parcel["grams"] > 2000 else []
