def longest_name(names):
    longest = ""
    for name in names:
        if len(name.strip()) > len(longest):
            longest = name
    return longest
