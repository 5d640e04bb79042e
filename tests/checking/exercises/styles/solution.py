import math


class OutOfStock(Exception):
    pass


class Shelf:
    def __init__(self, items=()):
        self.items = list(items)

    def add(self, item):
        self.items.append(item)
        return len(self.items)

    def take(self):
        if not self.items:
            raise OutOfStock("the shelf is empty")
        return self.items.pop()


def double(number):
    return number * 2


def is_late(days):
    return days > 3


def names(orders):
    return [order["name"] for order in orders]


def mean(numbers):
    return math.fsum(numbers) / len(numbers)


def find(orders, name):
    for order in orders:
        if order["name"] == name:
            return order
    return None


def greet(name):
    print(f"Hello, {name}!")


async def fetch(number):
    return number
