"""Every word has the same number: how many words there are. Each word needs its own count."""


def word_count(words):
    counts = {}
    for word in words:
        counts[word] = len(words)

    return counts
