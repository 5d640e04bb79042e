def make_sentence(*words, end="."):
    return " ".join(words) + "." if words else ""
