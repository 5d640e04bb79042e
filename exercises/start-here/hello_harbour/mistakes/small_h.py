"""The shop's name is printed with a lowercase h. To Python `h` and `H` are two different characters, and the
name of the shop starts with the capital one."""


def hello():
    print("Hello, harbour!")
