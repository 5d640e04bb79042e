def parse_request_line(line):
    """Return the method, path and query of a request line as a dictionary."""
    parts = line.split(" ")
    if len(parts) != 3 or "" in parts:
        raise ValueError("not a request line: " + line)
    method, target, version = parts
    if "HTTP/" not in version:
        raise ValueError(f"no HTTP version in {line!r}")
    path, _, query = target.partition("?")
    pairs = {}
    if query:
        for pair in query.split("&"):
            name, _, value = pair.partition("=")
            pairs[name] = value
    return {"method": method, "path": path, "query": pairs}
