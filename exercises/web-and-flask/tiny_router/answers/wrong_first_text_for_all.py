def make_app(routes):
    """Return a WSGI application that answers with the functions in routes."""

    seen = []

    def app(environ, start_response):
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if (method, path) in routes:
            status, text = "200 OK", routes[method, path](environ)
        elif any(path == known for _, known in routes):
            status, text = "405 Method Not Allowed", "method not allowed"
        else:
            status, text = "404 Not Found", "not found"
        seen.append(text)
        body = (seen[0] if status == '200 OK' else text).encode("utf-8")
        start_response(status, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))])
        return [body]

    return app


def ask(app, method, path):
    """Call a WSGI application as a server would; return status, headers and body."""
    started = []

    def start_response(status, headers):
        started.append((status, headers))

    body = app({"REQUEST_METHOD": method, "PATH_INFO": path}, start_response)
    return started, body
