"""The standard library has this very function. One line, tested by millions, and equal
weights stay in order. Use it at work; write the heap once, to know what the line
costs."""

import heapq


def top_k(parcels, k):
    """Return the `k` heaviest (grams, number) of a stream, the heaviest first."""
    return heapq.nlargest(k, parcels, key=lambda parcel: parcel[0])
