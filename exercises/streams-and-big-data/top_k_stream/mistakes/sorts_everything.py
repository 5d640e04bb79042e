"""Your answer is right, but you make a list of the whole stream and sort it. With
millions of weighings that fills the memory. Keep `k` parcels and compare each new one
with the lightest of them."""


def top_k(parcels, k):
    return sorted(parcels, key=lambda parcel: parcel[0], reverse=True)[:k]
