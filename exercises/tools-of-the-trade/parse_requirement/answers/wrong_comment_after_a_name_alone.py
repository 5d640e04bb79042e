import re


def parse_requirement(line):
    text = line.strip()
    if not text or text.startswith("#"):
        raise ValueError("no requirement")
    found = re.match(r"([^<>=!~#]+)(>=|<=|==|!=|~=|>|<)\s*([\d.]+)", text)
    if not found:
        return text.lower().replace("_", "-"), None, None
    name, operator, version = found.groups()
    numbers = tuple(int(number) for number in version.split("."))
    return name.strip().lower().replace("_", "-"), operator, numbers
