"""Without any words you still return the end. The result should be an empty string then."""


def make_sentence(*words, end="."):
    sentence = ""
    for word in words:
        if sentence:
            sentence += " "
        sentence += word
    return sentence + end
