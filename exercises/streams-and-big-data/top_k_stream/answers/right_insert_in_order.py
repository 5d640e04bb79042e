def top_k(parcels, k):
    best = []
    for grams, number in parcels:
        at = len(best)
        while at > 0 and best[at - 1][0] < grams:
            at -= 1
        best.insert(at, (grams, number))
        if len(best) > k:
            best.pop()
    return best
