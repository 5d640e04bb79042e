def longest_name(names):
    return max(names, key=len, default="").strip()
