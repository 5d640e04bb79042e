def respond(routes, environ):
    """Return the status and the text for a request."""
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    if (method, path) in routes:
        return "200 OK", routes[method, path](environ)
    if path in [known for _, known in routes]:
        return "405 Method Not Allowed", "method not allowed"
    return "404 Not Found", "not found"


def make_app(routes):
    """Return a WSGI application that answers with the functions in routes."""

    def app(environ, start_response):
        status, text = respond(routes, environ)
        body = text.strip().encode("utf-8")
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(body))),
        ]
        start_response(status, headers)
        return [body]

    return app


def ask(app, method, path):
    """Call a WSGI application as a server would; return status, headers and body."""
    started = []

    def start_response(status, headers):
        started.append((status, headers))

    body = app({"REQUEST_METHOD": method, "PATH_INFO": path}, start_response)
    return started, body
