def longest_name(names):
    longest = ""
    for name in sorted(names):
        if len(name) > len(longest):
            longest = name
    return longest
