"""There is a space before the end. Spaces go only between two words."""


def make_sentence(*words, end="."):
    if not words:
        return ""
    sentence = ""
    for word in words:
        sentence += word + " "
    return sentence + end
