def top_k(parcels, k):
    best = []
    for parcel in parcels:
        best.append(parcel)
        if len(best) > 2 * k:
            best.sort(key=lambda one: one[0], reverse=True)
            del best[k:]
    return sorted(best, key=lambda one: -one[0])[:k]
