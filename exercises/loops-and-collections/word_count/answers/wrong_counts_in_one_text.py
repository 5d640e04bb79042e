def word_count(words):
    counts = {}
    text = " ".join(words)
    for word in words:
        counts[word] = text.count(word)

    return counts
