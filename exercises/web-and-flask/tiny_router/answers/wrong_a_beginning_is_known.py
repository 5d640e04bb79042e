def make_app(routes):
    """Return a WSGI application that answers with the functions in routes."""
    def app(environ, start_response):
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        view = routes.get((method, path))
        status, text = "404 Not Found", "not found"
        if view is not None:
            status, text = "200 OK", view(environ)
        elif any(other.startswith(path) for _, other in routes):
            status, text = "405 Method Not Allowed", "method not allowed"
        body = bytes(text, "utf-8")
        start_response(status, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", f"{len(body)}")])
        return [body]

    return app


def ask(app, method, path):
    """Call a WSGI application as a server would; return status, headers and body."""
    started = []

    def start_response(status, headers):
        started.append((status, headers))

    body = app({"REQUEST_METHOD": method, "PATH_INFO": path}, start_response)
    return started, body
