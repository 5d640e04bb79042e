def make_sentence(*words, end="."):
    text = " ".join(words)
    if not words or text.endswith(end):
        return text
    return text + end
