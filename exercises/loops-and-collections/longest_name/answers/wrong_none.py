def longest_name(names):
    longest = None
    for name in names:
        if longest is None or len(name) > len(longest):
            longest = name
    return longest
