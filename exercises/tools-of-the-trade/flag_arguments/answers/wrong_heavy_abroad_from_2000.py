HEAVY_ABOVE = 2000


def shipping_label(parcel):
    return [parcel["to"], parcel["address"], f"{parcel['grams']} g", *warnings(parcel)]


def gift_label(parcel):
    return [parcel["to"], parcel["address"], parcel.get("greeting") or "A gift for you"]


def customs_label(parcel):
    heavy = ["HEAVY"] if parcel["grams"] >= HEAVY_ABOVE else []
    return [
        parcel["to"],
        parcel["address"].upper(),
        parcel["country"].upper(),
        f"{parcel['grams'] / 1000:.2f} kg",
        f"Value {parcel['cents'] / 100:.2f}",
        *heavy,
    ]


def warnings(parcel):
    return ["HEAVY"] if parcel["grams"] > HEAVY_ABOVE else []
