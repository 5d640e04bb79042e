"""Only the first word is counted. The function returns in the first iteration; it should return after the loop."""


def word_count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
        return counts

    return counts
