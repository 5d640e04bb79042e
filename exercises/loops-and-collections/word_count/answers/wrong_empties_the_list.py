def word_count(words):
    counts = {}
    while words:
        word = words.pop()
        counts[word] = counts.get(word, 0) + 1
    return counts
