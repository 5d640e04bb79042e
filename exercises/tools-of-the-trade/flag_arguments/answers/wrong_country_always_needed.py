def shipping_label(parcel):
    to, address, _, _ = parts(parcel)
    return [to, address, f"{parcel['grams']} g", *warnings(parcel)]


def gift_label(parcel):
    to, address, _, _ = parts(parcel)
    return [to, address, parcel.get("greeting") or "A gift for you"]


def customs_label(parcel):
    to, address, country, value = parts(parcel)
    weight = f"{parcel['grams'] / 1000:.2f} kg"
    return [to, address.upper(), country, weight, value, *warnings(parcel)]


def parts(parcel):
    value = f"Value {parcel['cents'] / 100:.2f}"
    return parcel["to"], parcel["address"], parcel["country"].upper(), value


def warnings(parcel):
    return ["HEAVY"] if parcel["grams"] > 2000 else []
