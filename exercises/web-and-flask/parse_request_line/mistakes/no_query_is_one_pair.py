"""Without a query there is nothing to split, and `"".split("&")` is not an empty list: it has one item, the
empty text. So your dictionary gets an entry for it."""


def parse_request_line(line):
    parts = line.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/"):
        raise ValueError(f"no request line: {line}")
    path, _, rest = parts[1].partition("?")
    query = {}
    for pair in rest.split("&"):
        name, _, value = pair.partition("=")
        query[name] = value
    return {"method": parts[0], "path": path, "query": query}
