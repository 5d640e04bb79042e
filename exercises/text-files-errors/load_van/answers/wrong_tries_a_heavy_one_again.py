def load_van(door, parcels, carry):
    if not parcels:
        return 0
    with door as van:
        for parcel in parcels:
            try:
                carry(parcel, van)
            except ValueError:
                try:
                    carry(parcel, van)
                except ValueError:
                    pass
        return len(van)
