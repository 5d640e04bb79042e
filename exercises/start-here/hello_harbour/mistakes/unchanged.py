"""The program still greets `you`. Change the text between the quotes, then check again."""


def hello():
    print("Hello, you!")
