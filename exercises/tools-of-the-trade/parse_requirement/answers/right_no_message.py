def parse_requirement(line):
    text = line.split("#")[0].replace(" ", "")
    if text == "":
        raise ValueError
    for operator in (">=", "<=", "==", "!=", "~=", ">", "<"):
        if operator in text:
            name, version = text.split(operator)
            return (
                name.lower().replace("_", "-"),
                operator,
                tuple(map(int, version.split("."))),
            )
    return (text.lower().replace("_", "-"), None, None)
