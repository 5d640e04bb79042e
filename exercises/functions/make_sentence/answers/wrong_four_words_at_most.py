def make_sentence(first="", second="", third="", fourth="", *, end="."):
    words = [word for word in (first, second, third, fourth) if word]
    return " ".join(words) + end if words else ""
