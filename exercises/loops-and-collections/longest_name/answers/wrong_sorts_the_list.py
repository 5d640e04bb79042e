def longest_name(names):
    names.sort(key=len, reverse=True)
    return names[0] if names else ""
