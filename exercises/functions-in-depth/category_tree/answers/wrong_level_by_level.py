def menu_lines(category):
    lines = [category["name"]]
    for part in category["parts"]:
        lines += ["  " + line for line in menu_lines(part)]
    return lines


def path_to(category, name):
    todo = [(category, [])]
    while todo:
        here, above = todo.pop(0)
        path = above + [here["name"]]
        if here["name"] == name:
            return path
        todo += [(part, path) for part in here["parts"]]
    return None
