def make_sentence(*words, end="."):
    text = ""
    for word in words:
        if word not in text:
            text += " " + word
    return text.strip() + end if words else ""
