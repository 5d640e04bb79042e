import asyncio
import json
import logging

import httpx
import pytest
from fastapi import HTTPException
from request_ids import JsonLines, app, log, request_id


class Lines(logging.Handler):
    """Keeps what would be written."""

    def __init__(self):
        super().__init__()
        self.setFormatter(JsonLines())
        self.texts = []

    def emit(self, record):
        self.texts.append(self.format(record))

    def read(self, message=None):
        lines = [json.loads(text) for text in self.texts]
        return [line for line in lines if message in (None, line["message"])]


@pytest.fixture
def lines():
    handler = Lines()
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    yield handler
    log.removeHandler(handler)


@pytest.fixture
def another_route():
    """Adds routes to the app for one test."""
    before = list(app.router.routes)
    yield app
    app.router.routes[:] = before


async def send(path, raises=False, **headers):
    service = httpx.ASGITransport(app=app, raise_app_exceptions=raises)
    async with httpx.AsyncClient(transport=service, base_url="http://shop") as client:
        return await client.get(path, headers=headers)


def get(path, sent_id=None):
    headers = {} if sent_id is None else {"X-Request-ID": sent_id}
    return asyncio.run(send(path, **headers))


def test_a_record_becomes_a_line_of_json(lines):
    log.warning("no parcel %s", 7)
    assert lines.read() == [{"level": "WARNING", "message": "no parcel 7", "request_id": "-"}]


def test_nobody_can_forge_a_second_line(lines):
    log.info("hello %s", 'Mei"\n{"level": "INFO"}')
    assert len(lines.texts) == 1
    assert "\n" not in lines.texts[0]
    assert lines.read()[0]["message"] == 'hello Mei"\n{"level": "INFO"}'


def test_fields_are_added_to_the_line(lines):
    log.info("paid", extra={"fields": {"cents": 1900, "to": {"Mei"}}})
    (line,) = lines.read()
    assert line["cents"] == 1900
    assert "Mei" in str(line["to"])


def test_an_error_is_in_the_same_line(lines):
    try:
        raise KeyError("grams")
    except KeyError:
        log.exception("odd")
    (line,) = lines.read()
    assert "KeyError" in line["error"]
    assert "Traceback" in line["error"]
    assert "\n" not in lines.texts[0]


def test_the_answer_has_the_id_that_was_sent(lines):
    response = get("/parcels/7", "k7-91")
    assert response.status_code == 200
    assert response.headers["X-Request-ID"] == "k7-91"


@pytest.mark.parametrize("sent", ["", "a b", "k7\tx", "x" * 65, "k7;drop", '"', "k_7", b"caf\xe9"])
def test_an_id_of_another_form_is_replaced(lines, sent):
    given = get("/parcels/7", sent).headers["X-Request-ID"]
    assert given != sent
    assert 8 <= len(given) <= 64


@pytest.mark.parametrize("sent", ["x" * 64, "7", "K7-Z", "azAZ09-"])
def test_an_id_of_the_right_form_is_taken(lines, sent):
    assert get("/parcels/7", sent).headers["X-Request-ID"] == sent


def test_without_an_id_each_request_gets_a_new_one(lines):
    given = {get("/parcels/7").headers["X-Request-ID"] for _ in range(3)}
    assert len(given) == 3
    assert all(8 <= len(name) <= 64 for name in given)


def test_what_is_not_found_has_an_id_too(lines):
    response = get("/nothing", "k7-91")
    assert response.status_code == 404
    assert response.headers["X-Request-ID"] == "k7-91"


def test_lines_within_a_request_have_its_id(lines):
    get("/parcels/7", "k7-91")
    assert [line["request_id"] for line in lines.read()] == ["k7-91", "k7-91"]
    assert lines.read("looked up 7") != []


def test_each_request_has_a_line_about_itself(lines):
    get("/parcels/7", "k7-91")
    get("/nothing", "k7-92")
    one, other = lines.read("request")
    took = one.pop("ms")
    assert isinstance(took, (int, float))
    assert took >= 0
    assert one == {
        "level": "INFO",
        "message": "request",
        "request_id": "k7-91",
        "method": "GET",
        "path": "/parcels/7",
        "status": 200,
    }
    assert (other["path"], other["status"]) == ("/nothing", 404)


def test_the_time_is_in_milliseconds(lines, another_route):
    @app.get("/slow")
    async def slow():
        await asyncio.sleep(0.03)
        return {}

    get("/slow")
    (line,) = lines.read("request")
    assert 20 < line["ms"] < 20_000


def test_any_answer_is_information_with_its_own_method_and_status(lines, another_route):
    @app.post("/closed")
    async def closed():
        raise HTTPException(503)

    async def story():
        service = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=service, base_url="http://shop") as client:
            await client.post("/closed")

    asyncio.run(story())
    (line,) = lines.read("request")
    assert (line["level"], line["method"], line["status"]) == ("INFO", "POST", 503)
    assert "error" not in line


def test_what_comes_after_the_question_mark_is_not_logged(lines):
    get("/parcels/7?token=tulip-lantern", "k7-91")
    assert lines.read("request")
    assert not any("tulip" in text for text in lines.texts)


def test_requests_at_the_same_time_keep_their_ids_apart(lines, another_route):
    async def story():
        arrived, go_on = [], asyncio.Event()

        async def slow(number: int):
            arrived.append(number)
            if len(arrived) == 2:
                go_on.set()
            await go_on.wait()
            log.info("after the wait %s", number)
            return {}

        app.get("/slow/{number}")(slow)
        asking = [send(f"/slow/{n}", **{"X-Request-ID": f"id-{n}"}) for n in (1, 2)]
        return await asyncio.wait_for(asyncio.gather(*asking), 2)

    given = [response.headers["X-Request-ID"] for response in asyncio.run(story())]
    assert given == ["id-1", "id-2"]
    found = {line["message"]: line["request_id"] for line in lines.read()}
    assert found["after the wait 1"] == "id-1"
    assert found["after the wait 2"] == "id-2"
    assert sorted(line["request_id"] for line in lines.read("request")) == ["id-1", "id-2"]


def test_an_exception_is_logged_with_its_request_and_goes_on(lines, another_route):
    @app.get("/broken")
    async def broken():
        await asyncio.sleep(0.03)
        return {}["grams"]

    with pytest.raises(KeyError, match="grams"):
        asyncio.run(send("/broken", raises=True, **{"X-Request-ID": "k7-91"}))
    (line,) = lines.read("request")
    assert (line["level"], line["status"], line["request_id"]) == ("ERROR", 500, "k7-91")
    assert "KeyError" in line["error"]
    assert "Traceback" in line["error"]
    assert 20 < line["ms"] < 20_000


def test_after_a_request_there_is_no_id(lines, another_route):
    @app.get("/broken")
    async def broken():
        return {}["grams"]

    async def story():
        await send("/parcels/7")
        after_good = request_id.get()
        await send("/broken")
        return after_good, request_id.get()

    assert asyncio.run(story()) == ("-", "-")


def test_the_answer_of_the_route_is_as_before():
    assert log.name == "shop"
    assert get("/parcels/7").json() == {"number": 7, "city": "Porto"}


def test_after_a_request_the_id_is_as_before(lines):
    async def story():
        request_id.set("nightly-job")
        await send("/parcels/7", **{"X-Request-ID": "k7-91"})
        return request_id.get()

    assert asyncio.run(story()) == "nightly-job"
