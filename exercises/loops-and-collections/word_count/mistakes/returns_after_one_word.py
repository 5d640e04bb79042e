"""Only the first word is counted. `return` is indented into the loop and ends it on the first turn."""


def word_count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
        return counts

    return counts
