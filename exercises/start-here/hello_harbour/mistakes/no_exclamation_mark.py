"""The name is right, but the exclamation mark got lost. It is part of the text, so it goes inside the
quotes, right after the name."""


def hello():
    print("Hello, Harbour")
