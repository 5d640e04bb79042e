"""Every word has the count 1. You set it anew each time; it must grow from what was counted before."""


def word_count(words):
    counts = {}
    for word in words:
        counts[word] = 1

    return counts
