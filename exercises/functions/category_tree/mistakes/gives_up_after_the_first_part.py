"""Only the first part is searched: `return` stands under the loop without an `if`, so the first answer
is taken even when it is `None`. A `None` from one part means: ask the next."""


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
