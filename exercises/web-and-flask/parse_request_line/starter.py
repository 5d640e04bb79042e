def parse_request_line(line):
    """Return the method, path and query of a request line as a dictionary."""
