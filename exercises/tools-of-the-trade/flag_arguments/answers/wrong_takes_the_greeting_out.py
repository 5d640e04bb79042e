def heavy(parcel):
    return ["HEAVY"] if parcel["grams"] > 2000 else []


def shipping_label(parcel):
    return [parcel["to"], parcel["address"], f"{parcel['grams']} g", *heavy(parcel)]


def gift_label(parcel):
    return [parcel["to"], parcel["address"], parcel.pop("greeting", "") or "A gift for you"]


def customs_label(parcel):
    return [
        parcel["to"],
        parcel["address"].upper(),
        parcel["country"].upper(),
        f"{parcel['grams'] / 1000:.2f} kg",
        f"Value {parcel['cents'] / 100:.2f}",
        *heavy(parcel),
    ]
