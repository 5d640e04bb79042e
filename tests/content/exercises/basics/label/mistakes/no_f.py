"""The braces stay as they are: without an `f` before the quote they are plain characters."""


def label(city):
    return "to {city}"
