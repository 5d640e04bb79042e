"""A short name in between makes your program forget the longest one. Compare each name with the longest so far,
not with the one before it."""


def longest_name(names):
    longest = ""
    before = ""
    for name in names:
        if len(name) > len(before):
            longest = name
        before = name

    return longest
