"""You return the first name, whatever comes after it. The answer is only known when you have looked at all of
them."""


def longest_name(names):
    longest = ""
    for name in names:
        if len(name) > len(longest):
            longest = name
            return longest

    return longest
