def make_sentence(*words, end="."):
    if not words:
        return ""
    if words[0] in ("Where", "What", "Who"):
        end = "?"
    return " ".join(words) + end
