import heapq


def top_k(parcels, k):
    if k <= 0:
        return []
    heap = []
    for place, (grams, number) in enumerate(parcels):
        if not grams:
            continue
        entry = (grams, -place, number)
        if len(heap) < k:
            heapq.heappush(heap, entry)
        else:
            heapq.heappushpop(heap, entry)
    return [(g, n) for g, _, n in sorted(heap, reverse=True)]
