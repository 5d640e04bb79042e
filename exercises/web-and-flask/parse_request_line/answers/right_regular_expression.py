import re

def parse_query(text):
    """Return the names and values of a query string."""
    query = {}
    for pair in text.split("&"):
        if pair:
            name, _, value = pair.partition("=")
            query[name] = value
    return query


LINE = re.compile(r"(\S+) ([^ ?]*)(?:\?(\S*))? HTTP/\S*")


PAIR = re.compile(r"([^&=]+)=?([^&]*)")


def parse_request_line(line):
    """Return the method, path and query of a request line as a dictionary."""
    match = LINE.fullmatch(line)
    if match is None:
        raise ValueError(line)
    method, path, query = match.groups(default="")
    return {"method": method, "path": path, "query": dict(PAIR.findall(query))}
