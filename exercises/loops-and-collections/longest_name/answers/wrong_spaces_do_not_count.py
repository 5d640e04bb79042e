def longest_name(names):
    longest = ""
    for name in names:
        if len(name.replace(" ", "")) > len(longest.replace(" ", "")):
            longest = name

    return longest
