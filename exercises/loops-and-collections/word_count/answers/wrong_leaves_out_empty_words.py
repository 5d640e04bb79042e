def word_count(words):
    counts = {}
    for word in words:
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts
