"""The name is right, but the exclamation mark got lost. It belongs to the text, so it stands inside
the quotes, right after the name."""


def hello():
    print("Hello, Harbour")
