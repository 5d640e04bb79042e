def longest_name(names):
    if not names:
        return ""
    return sorted(names, key=len)[-1]
