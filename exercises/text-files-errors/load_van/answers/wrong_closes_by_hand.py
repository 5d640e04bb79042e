def load_van(door, parcels, carry):
    if not parcels:
        return 0
    van = door.__enter__()
    for parcel in parcels:
        try:
            carry(parcel, van)
        except ValueError:
            pass
    count = len(van)
    door.__exit__(None, None, None)
    return count
