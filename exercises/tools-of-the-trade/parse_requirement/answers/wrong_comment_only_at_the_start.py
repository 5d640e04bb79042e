def parse_requirement(line):
    text = line.strip()
    if not text or text.startswith("#"):
        raise ValueError("no requirement in this line")
    for operator in (">=", "<=", "==", "!=", "~=", ">", "<"):
        name, found, version = text.partition(operator)
        if found:
            return (
                name.strip().lower().replace("_", "-"),
                found,
                tuple(int(n) for n in version.split(".")),
            )
    return text.lower().replace("_", "-"), None, None
