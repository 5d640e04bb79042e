"""You keep the lightest parcels. When there are more than `k`, the lightest has to go, and the
heavy ones stay."""

import heapq


def top_k(parcels, k):
    return heapq.nsmallest(k, parcels, key=lambda parcel: parcel[0])
