from tiny_router import ask, make_app

ROUTES = {
    ("GET", "/"): lambda environ: "Olá",
    ("GET", "/empty"): lambda environ: "",
    ("GET", "/where"): lambda environ: environ["PATH_INFO"],
    ("POST", "/orders"): lambda environ: "ordered",
    ("GET", "/orders"): lambda environ: "all orders",
}


def send(method, path):
    """Send a request; return what was started, and the body."""
    started, body = ask(make_app(ROUTES), method, path)
    body = [b"".join(body)]  # a server reads the whole body before it looks at anything else
    return started, body


def headers_of(length):
    return [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", length),
    ]


def test_answers_with_the_text_of_the_function():
    started, body = send("GET", "/orders")
    assert started == [("200 OK", headers_of("10"))]
    assert body == [b"all orders"]
    assert body != [b"ordered"]


def test_the_method_chooses_the_function():
    started, body = send("POST", "/orders")
    assert started == [("200 OK", headers_of("7"))]
    assert body == [b"ordered"]


def test_an_empty_text_is_an_answer():
    assert send("GET", "/empty") == ([("200 OK", headers_of("0"))], [b""])


def test_the_function_gets_the_environ():
    assert send("GET", "/where")[1] == [b"/where"]


def test_the_function_gets_all_that_the_server_knows():
    app = make_app({("GET", "/late"): lambda environ: environ["QUERY_STRING"]})
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/late", "QUERY_STRING": "city=Porto"}
    assert b"".join(app(asked, lambda status, headers: None)) == b"city=Porto"


def test_the_length_counts_bytes():
    started, body = send("GET", "/")
    assert started == [("200 OK", headers_of("4"))]
    assert body == [b"Ol\xc3\xa1"]


def test_an_unknown_path_is_not_found():
    started, body = send("GET", "/parcels")
    assert started == [("404 Not Found", headers_of("9"))]
    assert body == [b"not found"]


def test_a_known_path_with_another_method_is_not_allowed():
    started, body = send("POST", "/")
    assert started == [("405 Method Not Allowed", headers_of("18"))]
    assert body == [b"method not allowed"]


def test_a_method_is_compared_as_it_is():
    for method in ("HEAD", "get", "OPTIONS"):
        assert send(method, "/orders")[0] == [("405 Method Not Allowed", headers_of("18"))]


def test_a_path_is_compared_as_it_is():
    for path in ("/Orders", "/orders/", "orders", "/order"):
        started, body = send("GET", path)
        assert started == [("404 Not Found", headers_of("9"))]
        assert body == [b"not found"]


def test_each_request_calls_its_function_once():
    asked = []

    def view(environ):
        asked.append(environ["PATH_INFO"])
        return f"answer {len(asked)}"

    app = make_app({("GET", "/a"): view, ("GET", "/b"): view})
    bodies = [b"".join(ask(app, "GET", path)[1]) for path in ("/a", "/b", "/a")]
    assert bodies == [b"answer 1", b"answer 2", b"answer 3"]
    assert asked == ["/a", "/b", "/a"]


def broken(environ):
    """Do what a function with a mistake in it does."""
    raise KeyError("city")


def test_an_error_in_a_function_is_not_hidden():
    app = make_app({("GET", "/late"): broken})
    try:
        b"".join(ask(app, "GET", "/late")[1])
    except KeyError:
        return
    raise AssertionError("nobody is told that the function failed")


def test_a_path_that_can_only_be_posted_to_is_known():
    started, body = ask(make_app({("POST", "/late"): lambda environ: "late"}), "GET", "/late")
    assert b"".join(body) == b"method not allowed"
    assert started == [("405 Method Not Allowed", headers_of("18"))]


def test_the_whole_text_is_sent_as_it_is():
    text = "  tea for two \n" * 200
    started, body = ask(make_app({("GET", "/"): lambda environ: text}), "GET", "/")
    assert b"".join(body) == text.encode()
    assert started == [("200 OK", headers_of(str(len(text))))]


def test_each_application_has_routes_of_its_own():
    first = make_app({("GET", "/tea"): lambda environ: "tea"})
    second = make_app({("GET", "/mug"): lambda environ: "mug"})
    assert b"".join(ask(second, "GET", "/tea")[1]) == b"not found"
    assert b"".join(ask(first, "GET", "/mug")[1]) == b"not found"
    assert b"".join(ask(first, "GET", "/tea")[1]) == b"tea"
