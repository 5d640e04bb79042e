import heapq


def top_k(parcels, k):
    """Return the `k` heaviest (grams, number) of a stream, the heaviest first."""
    heap = []
    for place, (grams, number) in enumerate(parcels):
        heapq.heappush(heap, (grams, -place, number))
        if len(heap) > k:
            heapq.heappop(heap)
    return [(grams, number) for grams, _, number in sorted(heap, reverse=True)]
