import re


def parse_requirement(line):
    text = line.partition("#")[0].strip()
    if not text:
        raise ValueError("empty")
    match = re.fullmatch(r"([\w-]+)\s*(?:([<>=!~]=|<|>)\s*([\d.]+))?", text)
    name, operator, version = match.groups()
    name = name.lower().replace("_", "-")
    return name, operator, version and tuple(int(part) for part in version.split("."))
