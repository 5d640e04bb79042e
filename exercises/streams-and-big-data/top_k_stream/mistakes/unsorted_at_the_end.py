"""You keep the right parcels, but they are not in order: in a heap, only the first one is
certain. Sort what is left before you return it."""

import heapq


def top_k(parcels, k):
    heap = []
    for place, (grams, number) in enumerate(parcels):
        heapq.heappush(heap, (grams, -place, number))
        if len(heap) > k:
            heapq.heappop(heap)
    return [(grams, number) for grams, _, number in heap]
