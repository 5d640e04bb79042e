"""When two names are equally long you get the last one. A name that is no longer than the longest so far should
not replace it."""


def longest_name(names):
    longest = ""
    for name in names:
        if len(name) >= len(longest):
            longest = name

    return longest
