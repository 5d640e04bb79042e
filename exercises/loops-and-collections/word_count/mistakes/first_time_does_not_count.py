"""Each count is one too low. The first time a word occurs, it has been seen once."""


def word_count(words):
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 0

    return counts
