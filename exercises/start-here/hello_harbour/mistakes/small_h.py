"""You wrote the shop's name with a small h. To Python `h` and `H` are two different characters, and
the name of the shop begins with the capital one."""


def hello():
    print("Hello, harbour!")
