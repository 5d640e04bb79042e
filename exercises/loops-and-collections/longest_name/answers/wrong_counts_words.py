def longest_name(names):
    longest = ""
    for name in names:
        if len(name.split()) > len(longest.split()) or len(name) > len(longest):
            longest = name
    return longest
