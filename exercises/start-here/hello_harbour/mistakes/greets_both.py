"""Your program still prints `Hello, you!`, and the right greeting as well. The shop's name replaces `you`, so
only one line should be left."""


def hello():
    print("Hello, you!")
    print("Hello, Harbour!")
