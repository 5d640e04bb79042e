import heapq


def top_k(parcels, k):
    heap = []
    for place, (grams, number) in enumerate(parcels):
        heapq.heappush(heap, (grams, place, number))
        if len(heap) > k:
            heapq.heappop(heap)
    heap.sort(key=lambda one: (-one[0], one[1]))
    return [(grams, number) for grams, _, number in heap]
