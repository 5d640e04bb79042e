"""A list that is sorted after every parcel and cut to `k`: no heap to learn, and fine
for a small `k`. For a `k` of ten thousand it sorts ten thousand parcels each time one
comes."""


def top_k(parcels, k):
    """Return the `k` heaviest (grams, number) of a stream, the heaviest first."""
    kept = []
    for parcel in parcels:
        kept.append(parcel)
        kept.sort(key=lambda one: one[0], reverse=True)
        del kept[k:]
    return kept
