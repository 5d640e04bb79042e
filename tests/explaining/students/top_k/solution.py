def top_k(lst, k):
    return sorted(lst, reverse=True)[:k]
