def longest_name(names):
    """Find the name with the most characters, the first of equals."""
    longest = ""
    for name in names:
        if len(name) > len(longest):
            longest = name

    return longest
