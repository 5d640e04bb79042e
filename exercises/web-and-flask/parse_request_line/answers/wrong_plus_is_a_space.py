def parse_request_line(line):
    """Return the method, path and query of a request line as a dictionary."""
    parts = line.split(" ")
    if len(parts) != 3 or "" in parts or parts[2][:5] != "HTTP/":
        raise ValueError(f"not a request line: {line!r}")
    path, _, rest = parts[1].partition("?")
    query = {}
    for pair in rest.split("&") if rest else []:
        at = pair.find("=")
        name, value = (pair, "") if at < 0 else (pair[:at], pair[at + 1 :])
        query[name] = value.replace('+', ' ')
    return {"method": parts[0], "path": path, "query": query}
