from urllib.parse import urlsplit

def parse_query(text):
    """Return the names and values of a query string."""
    query = {}
    for pair in text.split("&"):
        if pair:
            name, _, value = pair.partition("=")
            query[name] = value
    return query


def parse_request_line(line):
    """Return the method, path and query of a request line as a dictionary."""
    match line.split(" "):
        case [method, target, version] if version.startswith("HTTP/"):
            parts = urlsplit(target)
        case _:
            raise ValueError("not a request line")
    pairs = [pair.split("=", 1) for pair in parts.query.split("&") if pair]
    query = {pair[0]: pair[1] if len(pair) == 2 else "" for pair in pairs}
    return {"method": method, "path": parts.path, "query": query}
