"""Your code stops at a pair without `=`, or with two of them: `split` then gives one part or three, and you unpack
two. Cut each pair in a way that always gives the same number of parts."""


def parse_request_line(line):
    parts = line.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/"):
        raise ValueError(f"not a request line: {line}")
    path, _, text = parts[1].partition("?")
    query = {}
    if text:
        for pair in text.split("&"):
            name, value = pair.split("=")
            query[name] = value
    return {"method": parts[0], "path": path, "query": query}
