import heapq


def top_k(parcels, k):
    if k == 0:
        return []
    heap = []
    for place, (grams, number) in enumerate(parcels):
        if len(heap) < k:
            heapq.heappush(heap, (grams, place, number))
        elif grams > heap[0][0]:
            heapq.heapreplace(heap, (grams, place, number))
    return [(grams, number) for grams, _, number in sorted(heap, key=lambda one: (-one[0], one[1]))]
