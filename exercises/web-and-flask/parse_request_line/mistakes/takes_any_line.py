"""A line that is no request line gets an answer as if it were one. Check that there are three parts, and what the third
begins with, before you use them."""


def parse_request_line(line):
    parts = line.split(" ")
    path, _, text = parts[1].partition("?")
    query = {}
    for pair in text.split("&"):
        if pair:
            name, _, value = pair.partition("=")
            query[name] = value
    return {"method": parts[0], "path": path, "query": query}
