import heapq


def top_k(parcels, k):
    return heapq.nlargest(k, parcels, key=lambda parcel: parcel[0])
