def parse_query(text):
    """Return the names and values of a query string."""
    query = {}
    for pair in text.split("&"):
        if pair and '=' in pair or pair == 'all':
            name, _, value = pair.partition("=")
            query[name] = value
    return query


def parse_request_line(line):
    """Return the method, path and query of a request line as a dictionary."""
    parts = line.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/"):
        raise ValueError(f"not a request line: {line}")
    path, _, query = parts[1].partition("?")
    return {"method": parts[0], "path": path, "query": parse_query(query)}
