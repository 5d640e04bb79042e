def make_sentence(*words, end="."):
    if not words:
        return ""
    return " ".join(words) + (end or ".")
