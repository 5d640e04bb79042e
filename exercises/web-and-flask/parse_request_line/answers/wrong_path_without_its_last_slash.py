def parse_request_line(line):
    method, target, version = line.split(" ")
    if version[:5] != "HTTP/" or not (method and target):
        raise ValueError(line)
    path, _, rest = target.partition("?")
    query = {}
    for pair in filter(None, rest.split("&")):
        name, _, value = pair.partition("=")
        query[name] = value
    return {"method": method, "path": path.rstrip("/") or "/", "query": query}
