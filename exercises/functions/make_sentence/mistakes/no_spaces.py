"""The words run into each other. There is one space between two words."""


def make_sentence(*words, end="."):
    if not words:
        return ""
    sentence = ""
    for word in words:
        sentence += word
    return sentence + end
