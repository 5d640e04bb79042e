def parse_requirement(line):
    text = line.split("#")[0].strip()
    if not text:
        raise ValueError("no requirement in this line")
    for operator in (">=", "<=", "==", "!=", "~=", ">", "<"):
        name, found, version = text.partition(operator)
        if found:
            return name.strip().lower().replace("_", "-"), found, tuple(version.strip().split("."))
    return text.lower().replace("_", "-"), None, None
