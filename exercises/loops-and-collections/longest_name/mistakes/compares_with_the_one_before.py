"""You compare each name with the one before it, not with the longest so far. A short name in between makes your
program forget the longest one."""


def longest_name(names):
    longest = ""
    before = ""
    for name in names:
        if len(name) > len(before):
            longest = name
        before = name

    return longest
