"""You keep the lightest parcels. A heap has its *smallest* value in front; that is the
one to throw out, not the one to keep."""

import heapq


def top_k(parcels, k):
    return heapq.nsmallest(k, parcels, key=lambda parcel: parcel[0])
