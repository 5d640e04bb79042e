def make_sentence(*words, end="."):
    return " ".join(words) + end if words else ""
