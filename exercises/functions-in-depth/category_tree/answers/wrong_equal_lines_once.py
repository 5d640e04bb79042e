def menu_lines(category):
    """Return the names of a category and all in it, indented by level."""
    lines = [category["name"]]
    for part in category["parts"]:
        for line in menu_lines(part):
            if f"  {line}" not in lines:
                lines.append(f"  {line}")
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
