"""The same with a question: is the word there already? More lines, and each of them is plain. `get` says it in one,
once you are used to it."""


def word_count(words):
    """Count how often each word comes."""
    counts = {}
    for word in words:
        if word not in counts:
            counts[word] = 0
        counts[word] += 1

    return counts
