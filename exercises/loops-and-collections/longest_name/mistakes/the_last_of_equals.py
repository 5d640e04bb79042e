"""When two names are equally long you get the last one. `>=` replaces the best so far also when the new one is no
better."""


def longest_name(names):
    longest = ""
    for name in names:
        if len(name) >= len(longest):
            longest = name

    return longest
