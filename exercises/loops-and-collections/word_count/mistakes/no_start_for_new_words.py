"""At the first new word Python stops with a KeyError: there is no count yet to which 1 could be added. Say what
the count of a new word is."""


def word_count(words):
    counts = {}
    for word in words:
        counts[word] += 1

    return counts
