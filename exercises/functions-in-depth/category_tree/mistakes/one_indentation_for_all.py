"""All parts have the same indentation, however deep they are. Each level adds its two spaces to *all* the lines
it gets from below."""


def menu_lines(category):
    lines = [category["name"]]
    for part in category["parts"]:
        for line in menu_lines(part):
            lines.append("  " + line.strip())
    return lines


def path_to(category, name):
    if category["name"] == name:
        return [name]
    for part in category["parts"]:
        path = path_to(part, name)
        if path is not None:
            return [category["name"], *path]
    return None
