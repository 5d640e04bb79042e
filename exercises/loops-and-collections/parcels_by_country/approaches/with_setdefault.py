"""`setdefault` looks up the list, and makes it if there is none, in one line. It is shorter, once you know the
word. The version with `if` can be read by everyone."""


def parcels_by_country(parcels):
    """Sort the ids of the parcels into one list for each country."""
    cages = {}
    for parcel in parcels:
        cages.setdefault(parcel["country"], []).append(parcel["id"])

    return cages
