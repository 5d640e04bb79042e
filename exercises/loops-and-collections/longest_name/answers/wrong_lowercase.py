def longest_name(names):
    longest = ""
    for name in names:
        if len(name) > len(longest):
            longest = name
    return longest.lower()
