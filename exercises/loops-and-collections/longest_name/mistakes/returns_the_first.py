"""You hand back the first name that has any characters. `return` stands inside the loop and ends it before the other
names were looked at."""


def longest_name(names):
    longest = ""
    for name in names:
        if len(name) > len(longest):
            longest = name
            return longest

    return longest
