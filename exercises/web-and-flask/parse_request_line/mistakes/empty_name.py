"""Without a query you get a name that is empty. Splitting an empty text gives a list with one empty text, not
an empty list. Leave empty pairs out."""


def parse_request_line(line):
    parts = line.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/"):
        raise ValueError(f"not a request line: {line}")
    path, _, text = parts[1].partition("?")
    query = {}
    for pair in text.split("&"):
        name, _, value = pair.partition("=")
        query[name] = value
    return {"method": parts[0], "path": path, "query": query}
