"""You compare the names themselves, and for strings that means the alphabet: "tea" comes after "marmalade".
Compare how long they are."""


def longest_name(names):
    longest = ""
    for name in names:
        if name > longest:
            longest = name

    return longest
