def sort_age(lst):
    return sorted(lst, key=lambda pair: pair[1], reverse=True)
