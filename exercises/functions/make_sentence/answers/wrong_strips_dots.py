def make_sentence(*words, end="."):
    kept = [word.strip(".") for word in words]
    return " ".join(kept) + end if words else ""
