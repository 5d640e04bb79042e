def make_sentence(*words):
    *words, end = words or ("",)
    if end not in (".", "?", "!"):
        words.append(end)
        end = "."
    return " ".join(words) + end if words and words[0] else ""
