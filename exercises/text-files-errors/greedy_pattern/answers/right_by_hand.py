def placeholders(template):
    names, name = [], None
    for character in template:
        if character == "{":
            name = ""
        elif character == "}":
            if name:
                names.append(name)
            name = None
        elif name is not None:
            name += character
    return names
