"""The comma after `Hello` is missing. It is part of the text, and every character of the text
counts."""


def hello():
    print("Hello Harbour!")
