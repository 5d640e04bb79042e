def word_count(words):
    """Count how often each word comes."""
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1

    return counts
