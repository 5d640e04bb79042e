"""Only the first part is searched. A `None` from one part means that it is not in there; ask the next part."""


def menu_lines(category):
    lines = [category["name"]]
    for part in category["parts"]:
        for line in menu_lines(part):
            lines.append(f"  {line}")
    return lines


def path_to(category, name):
    if category["name"] == name:
        return [name]
    for part in category["parts"]:
        path = path_to(part, name)
        if path is None:
            return None
        return [category["name"], *path]
    return None
