"""Two names for two steps: longer, and easier to explain."""


def weight(items, box):
    content = items * 3
    return content + box
