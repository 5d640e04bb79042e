def word_count(words):
    counts = {}
    for word in words:
        word = word.rstrip()
        counts[word] = counts.get(word, 0) + 1
    return counts
