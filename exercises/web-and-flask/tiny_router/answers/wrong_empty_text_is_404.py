def make_app(routes):
    """Return a WSGI application that answers with the functions in routes."""
    paths = {path for _, path in routes}

    def app(environ, start_response):
        path = environ["PATH_INFO"]
        view = routes.get((environ["REQUEST_METHOD"], path))
        answer = view(environ) if view else ""
        if answer:
            status, text = "200 OK", answer
        elif path in paths:
            status, text = "405 Method Not Allowed", "method not allowed"
        else:
            status, text = "404 Not Found", "not found"
        body = text.encode()
        headers = {"Content-Type": "text/plain; charset=utf-8", "Content-Length": f"{len(body)}"}
        start_response(status, list(headers.items()))
        return [body]

    return app


def ask(app, method, path):
    """Call a WSGI application as a server would; return status, headers and body."""
    started = []

    def start_response(status, headers):
        started.append((status, headers))

    body = app({"REQUEST_METHOD": method, "PATH_INFO": path}, start_response)
    return started, body
