def word_count(words):
    return {word: words.count(word) for word in words}
