"""Every word has the count 1. It has to grow from what was counted before."""


def word_count(words):
    counts = {}
    for word in words:
        counts[word] = 1

    return counts
