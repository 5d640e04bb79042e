import heapq


def top_k(parcels, k):
    """Return the `k` heaviest (grams, number) of a stream, the heaviest first."""
