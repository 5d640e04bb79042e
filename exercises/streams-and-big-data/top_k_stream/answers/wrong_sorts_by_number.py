import heapq


def top_k(parcels, k):
    if k == 0:
        return []
    heap = []
    for place, (grams, number) in enumerate(parcels):
        entry = (grams, -place, number)
        if len(heap) < k:
            heapq.heappush(heap, entry)
        elif entry > heap[0]:
            heapq.heapreplace(heap, entry)
    return sorted([(grams, number) for grams, _, number in heap], reverse=True)
