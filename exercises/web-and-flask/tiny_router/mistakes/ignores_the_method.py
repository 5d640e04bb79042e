"""Your application looks at the path alone. A POST must not end up in the function for GET: the key is method
and path together."""


def respond(routes, environ):
    """Return the status and the text for a request."""
    path = environ["PATH_INFO"]
    for (_, known), function in routes.items():
        if known == path:
            return "200 OK", function(environ)
    return "404 Not Found", "not found"


def make_app(routes):
    """Return a WSGI application that answers with the functions in routes."""

    def app(environ, start_response):
        status, text = respond(routes, environ)
        body = text.encode("utf-8")
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
