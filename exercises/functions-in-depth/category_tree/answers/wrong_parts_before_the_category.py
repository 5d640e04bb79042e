def menu_lines(category):
    lines = [category["name"]]
    for part in category["parts"]:
        lines += ["  " + line for line in menu_lines(part)]
    return lines


def path_to(category, name):
    for part in category["parts"]:
        path = path_to(part, name)
        if path is not None:
            return [category["name"], *path]
    return [name] if category["name"] == name else None
