def make_app(routes):
    """Return a WSGI application that answers with the functions in routes."""


def ask(app, method, path):
    """Call a WSGI application as a server would; return status, headers and body."""
    started = []

    def start_response(status, headers):
        started.append((status, headers))

    body = app({"REQUEST_METHOD": method, "PATH_INFO": path}, start_response)
    return started, body
