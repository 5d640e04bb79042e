def menu_lines(category):
    lines, todo = [], [(category, "")]
    while todo:
        here, indent = todo.pop()
        lines.append(indent + here["name"])
        todo += [(part, indent + "  ") for part in reversed(here["parts"])]
    return lines


def path_to(category, name):
    todo = [(category, [])]
    while todo:
        here, above = todo.pop()
        path = above + [here["name"]]
        if here["name"] == name:
            return path
        todo += [(part, path) for part in reversed(here["parts"])]
    return None
