"""Parcels that weigh the same come out in the order of their numbers. The one that came
first should be first: put something into your tuples that says when each one came."""

import heapq


def top_k(parcels, k):
    heap = []
    for parcel in parcels:
        heapq.heappush(heap, parcel)
        if len(heap) > k:
            heapq.heappop(heap)
    return sorted(heap, reverse=True)
