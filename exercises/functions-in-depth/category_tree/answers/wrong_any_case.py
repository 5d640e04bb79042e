def menu_lines(category):
    lines = [category["name"]]
    for part in category["parts"]:
        lines += ["  " + line for line in menu_lines(part)]
    return lines


def path_to(category, name):
    if category["name"].lower() == name.lower():
        return [category["name"]]
    for part in category["parts"]:
        below = path_to(part, name)
        if below is not None:
            return [category["name"], *below]
    return None
