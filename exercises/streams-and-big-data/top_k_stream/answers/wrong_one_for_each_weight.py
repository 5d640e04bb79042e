def top_k(parcels, k):
    best = {}
    for grams, number in parcels:
        best.setdefault(grams, number)
        if len(best) > k:
            del best[min(best)]
    return sorted(best.items(), reverse=True)
