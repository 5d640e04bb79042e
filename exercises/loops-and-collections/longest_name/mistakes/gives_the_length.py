"""You return how long the longest name is. The name itself is wanted."""


def longest_name(names):
    longest = 0
    for name in names:
        if len(name) > longest:
            longest = len(name)

    return longest
