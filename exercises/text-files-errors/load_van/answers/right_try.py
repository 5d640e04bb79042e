def load_van(door, parcels, carry):
    if len(parcels) == 0:
        return 0
    with door as van:
        for parcel in parcels:
            try:
                carry(parcel, van)
            except ValueError:
                pass
        return len(van)
