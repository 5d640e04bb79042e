"""Pass the level down as a parameter with a default, instead of indenting on the way back. Each line is made
once, with its final indentation; but the function has a parameter that callers must not use."""


def menu_lines(category, level=0):
    """Return the names of a category and all in it, indented by level."""
    lines = ["  " * level + category["name"]]
    for part in category["parts"]:
        lines += menu_lines(part, level + 1)
    return lines


def path_to(category, name):
    """Return the names from the category down to `name`, or None."""
    if category["name"] == name:
        return [name]
    for part in category["parts"]:
        path = path_to(part, name)
        if path is not None:
            return [category["name"], *path]
    return None
