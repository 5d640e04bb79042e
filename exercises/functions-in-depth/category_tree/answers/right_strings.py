def menu_lines(category, level=0):
    lines = ["  " * level + category["name"]]
    for part in category["parts"]:
        lines += menu_lines(part, level + 1)
    return lines


def path_to(category, name):
    if category["name"] == name:
        return [name]
    for part in category["parts"]:
        path = path_to(part, name)
        if path:
            path.insert(0, category["name"])
            return path
