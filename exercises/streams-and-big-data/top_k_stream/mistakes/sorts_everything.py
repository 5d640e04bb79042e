"""Your answer is right, but you hold the whole stream in memory. With millions of parcels that is
too much. Keep `k` parcels and compare each new one with the lightest of them."""


def top_k(parcels, k):
    return sorted(parcels, key=lambda parcel: parcel[0], reverse=True)[:k]
