"""Your menu has lists inside lists. The lines of each part have to be added one by one."""


def menu_lines(category):
    lines = [category["name"]]
    for part in category["parts"]:
        lines.append(menu_lines(part))
    return lines


def path_to(category, name):
    if category["name"] == name:
        return [name]
    for part in category["parts"]:
        path = path_to(part, name)
        if path is not None:
            return [category["name"], *path]
    return None
