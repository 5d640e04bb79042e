def make_app(routes):
    def app(environ, start_response):
        path, method = environ["PATH_INFO"], environ["REQUEST_METHOD"].upper()
        if (method, path) in routes:
            status, text = "200 OK", routes[method, path](environ)
        elif any(path == other for _, other in routes):
            status, text = "405 Method Not Allowed", "method not allowed"
        else:
            status, text = "404 Not Found", "not found"
        body = text.encode("utf-8")
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
