"""Your program still greets `you`, and the shop as well. The new name takes the place of the old one;
only one of them stays."""


def hello():
    print("Hello, you!")
    print("Hello, Harbour!")
