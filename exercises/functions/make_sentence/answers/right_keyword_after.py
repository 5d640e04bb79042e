def make_sentence(*words, end="."):
    text = ""
    for number, word in enumerate(words):
        if number > 0:
            text = text + " "
        text = text + word
    if text == "":
        return text
    return text + end
