def load_van(door, parcels, carry):
    if not parcels:
        return 0
    with door as van:
        for parcel in parcels:
            try:
                carry(parcel, van)
            except (ValueError, LookupError):
                pass
        return len(van)
