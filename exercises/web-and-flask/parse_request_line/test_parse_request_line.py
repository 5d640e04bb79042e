import pytest
from parse_request_line import parse_request_line


def test_a_line_without_a_query():
    parsed = parse_request_line("POST /orders HTTP/1.1")
    assert parsed == {"method": "POST", "path": "/orders", "query": {}}
    assert parsed["method"] != "GET"


def test_a_query_with_one_name():
    parsed = parse_request_line("GET /late?city=Porto HTTP/1.1")
    assert parsed == {"method": "GET", "path": "/late", "query": {"city": "Porto"}}


def test_a_query_with_two_names():
    parsed = parse_request_line("GET /late?city=Porto&limit=5 HTTP/1.1")
    assert parsed["path"] == "/late"
    assert parsed["query"] == {"city": "Porto", "limit": "5"}


def test_a_name_without_a_value_has_the_empty_text():
    assert parse_request_line("GET /late?all HTTP/1.1")["query"] == {"all": ""}


def test_only_the_first_equals_sign_separates():
    assert parse_request_line("GET /late?note=a=b HTTP/1.1")["query"] == {"note": "a=b"}


def test_a_question_mark_in_a_value_stays_there():
    parsed = parse_request_line("GET /late?note=why? HTTP/1.1")
    assert parsed == {"method": "GET", "path": "/late", "query": {"note": "why?"}}


def test_all_parts_are_kept_as_they_are_written():
    parsed = parse_request_line("Get /Late/?City=Porto;Faro HTTP/1.1")
    assert parsed == {"method": "Get", "path": "/Late/", "query": {"City": "Porto;Faro"}}
    parsed = parse_request_line("GET /late%3F?two+words=a+b%20c HTTP/1.1")
    assert parsed == {"method": "GET", "path": "/late%3F", "query": {"two+words": "a+b%20c"}}


@pytest.mark.parametrize("line", [" GET /late HTTP/1.1", "GET /late HTTP/1.1 "])
def test_a_space_around_the_line_makes_one_part_more(line):
    with pytest.raises(ValueError):
        parse_request_line(line)


def test_two_spaces_between_parts_are_not_a_request_line():
    with pytest.raises(ValueError):
        parse_request_line("GET  /late HTTP/1.1")


def test_two_parts_are_not_a_request_line():
    with pytest.raises(ValueError):
        parse_request_line("GET /late")


def test_four_parts_are_not_a_request_line():
    with pytest.raises(ValueError):
        parse_request_line("GET /late now HTTP/1.1")


def test_four_parts_with_the_version_third_are_not_a_request_line():
    with pytest.raises(ValueError):
        parse_request_line("GET /late HTTP/1.1 now")


def test_the_third_part_must_be_a_version():
    with pytest.raises(ValueError):
        parse_request_line("GET /late please")


@pytest.mark.parametrize("version", ["HTTPS/1.1", "HTTP", "http/1.1", "1.1-HTTP/"])
def test_the_version_begins_with_http_and_a_slash(version):
    with pytest.raises(ValueError):
        parse_request_line(f"GET /late {version}")


@pytest.mark.parametrize("version", ["HTTP/1.0", "HTTP/2", "HTTP/0.9"])
def test_any_version_of_http_will_do(version):
    assert parse_request_line(f"GET /late {version}")["path"] == "/late"


def test_a_query_with_many_names():
    query = parse_request_line("GET /late?a=1&b=2&c=3&d=4 HTTP/1.1")["query"]
    assert query == {"a": "1", "b": "2", "c": "3", "d": "4"}


def test_an_empty_value_is_a_value():
    assert parse_request_line("GET /late?city=&all HTTP/1.1")["query"] == {"city": "", "all": ""}


def test_two_names_without_a_value():
    assert parse_request_line("GET /late?all&new HTTP/1.1")["query"] == {"all": "", "new": ""}


def test_values_are_texts_in_the_quotes_they_came_in():
    query = parse_request_line('GET /late?limit=50&note="a" HTTP/1.1')["query"]
    assert query == {"limit": "50", "note": '"a"'}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PURGE"])
def test_any_method_is_accepted(method):
    assert parse_request_line(f"{method} /late HTTP/1.1")["method"] == method


@pytest.mark.parametrize("path", ["*", "late", "/late,Porto", "/"])
def test_any_path_is_accepted(path):
    parsed = parse_request_line(f"GET {path} HTTP/1.1")
    assert (parsed["path"], parsed["query"]) == (path, {})


def test_a_tab_is_no_space():
    with pytest.raises(ValueError):
        parse_request_line("GET\t/late\tHTTP/1.1")


def test_an_empty_text_is_not_a_request_line():
    with pytest.raises(ValueError):
        parse_request_line("")


def test_one_line_leaves_nothing_for_the_next():
    parse_request_line("GET /late?city=Porto HTTP/1.1")
    assert parse_request_line("GET /late?limit=5 HTTP/1.1")["query"] == {"limit": "5"}
