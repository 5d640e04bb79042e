import httpx
import pytest
from polite_client import PoliteClient

PRICES = {"tea": 450}


class Carrier:
    """A service that gives these answers, one after the other; notes what it is asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []
        self.waits = []

    def answer(self, request):
        self.asked.append(str(request.url))
        assert len(self.asked) <= 200, "it is asked for ever"
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, type):
            raise answer("no answer", request=request)
        return answer

    def client(self, share=1.0):
        client = httpx.Client(
            transport=httpx.MockTransport(self.answer),
            base_url="https://gull.example",
            headers={"Authorization": "Bearer k7"},
        )
        return PoliteClient(client, self.waits.append, lambda: share)


def ok(data=PRICES):
    return httpx.Response(200, json=data)


def says(status, **headers):
    return httpx.Response(status, headers={k.replace("_", "-"): v for k, v in headers.items()})


def page(*items, then=None):
    return ok({"items": list(items), "next": then})


def test_an_answer_is_returned():
    carrier = Carrier(ok())
    assert carrier.client().get("/prices") == PRICES
    assert carrier.asked == ["https://gull.example/prices"]
    assert carrier.waits == []


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_what_may_pass_is_tried_again(status):
    carrier = Carrier(says(status), ok())
    assert carrier.client().get("/prices") == PRICES
    assert len(carrier.asked) == 2


@pytest.mark.parametrize("error", [httpx.ReadTimeout, httpx.ConnectError])
def test_no_answer_is_tried_again(error):
    carrier = Carrier(error, error, ok())
    assert carrier.client().get("/prices") == PRICES
    assert carrier.waits == [0.5, 1]


@pytest.mark.parametrize("status", [302, 400, 401, 404, 422, 500])
def test_what_will_not_pass_is_told_at_once(status):
    carrier = Carrier(says(status))
    with pytest.raises(httpx.HTTPStatusError):
        carrier.client().get("/prices")
    assert len(carrier.asked) == 1
    assert carrier.waits == []


def test_after_four_attempts_it_gives_up_without_another_wait():
    carrier = Carrier(says(503))
    with pytest.raises(httpx.HTTPStatusError):
        carrier.client().get("/prices")
    assert len(carrier.asked) == 4
    assert carrier.waits == [0.5, 1, 2]


def test_after_four_silences_the_last_is_told():
    carrier = Carrier(httpx.ReadTimeout, httpx.ReadTimeout, httpx.ReadTimeout, httpx.ConnectError)
    with pytest.raises(httpx.ConnectError):
        carrier.client().get("/prices")
    assert len(carrier.asked) == 4
    assert len(carrier.waits) == 3


def test_a_fourth_attempt_may_succeed():
    carrier = Carrier(says(503), httpx.ReadTimeout, says(429), ok())
    assert carrier.client().get("/prices") == PRICES


def test_only_a_random_share_of_the_pause_is_waited():
    carrier = Carrier(says(503))
    with pytest.raises(httpx.HTTPStatusError):
        carrier.client(share=0.25).get("/prices")
    assert carrier.waits == [0.125, 0.25, 0.5]


def test_each_pause_has_a_share_of_its_own():
    carrier = Carrier(says(503))
    shares = [1.0, 0.5, 0.0]
    client = carrier.client()
    client.share = lambda: shares.pop(0) if shares else 1.0
    with pytest.raises(httpx.HTTPStatusError):
        client.get("/prices")
    assert carrier.waits == [0.5, 0.5, 0]


def test_the_service_says_how_long_to_wait():
    carrier = Carrier(says(429, Retry_After="7"), says(503, Retry_After="0"), ok())
    assert carrier.client(share=0.1).get("/prices") == PRICES
    assert carrier.waits == [7, 0]


def test_a_wait_of_thirty_seconds_is_possible():
    carrier = Carrier(says(429, Retry_After="30"), ok())
    assert carrier.client().get("/prices") == PRICES


def test_nobody_waits_for_an_hour():
    carrier = Carrier(says(429, Retry_After="3600"), ok())
    with pytest.raises(httpx.HTTPStatusError):
        carrier.client().get("/prices")
    assert carrier.waits == []


def test_a_date_to_wait_for_is_left_alone():
    carrier = Carrier(says(503, Retry_After="Wed, 21 Oct 2026 07:28:00 GMT"), ok())
    assert carrier.client().get("/prices") == PRICES
    assert carrier.waits == [0.5]


def test_one_page_has_no_next():
    assert Carrier(page("tea", "mug")).client().items("/prices") == ["tea", "mug"]


def test_a_page_may_say_nothing_of_a_next():
    assert Carrier(ok({"items": ["tea"]})).client().items("/prices") == ["tea"]


def test_all_pages_are_fetched():
    carrier = Carrier(
        page("tea", then="/prices?page=2"),
        page(then="https://gull.example/prices?page=3"),
        page("mug"),
    )
    assert carrier.client().items("/prices") == ["tea", "mug"]
    assert carrier.asked == [
        "https://gull.example/prices",
        "https://gull.example/prices?page=2",
        "https://gull.example/prices?page=3",
    ]


def test_a_page_that_fails_is_tried_again():
    carrier = Carrier(page("tea", then="/prices?page=2"), says(503), page("mug"))
    assert carrier.client().items("/prices") == ["tea", "mug"]


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/prices",
        "https://gull.example.evil.example/prices",
        "//evil.example/prices",
        "http://gull.example/prices",
        "https://gull.example:8443/prices",
        "https://gull.example@evil.example/prices",
    ],
)
def test_another_host_never_gets_the_token(link):
    carrier = Carrier(page("tea", then=link), page("mug"))
    with pytest.raises(ValueError):
        carrier.client().items("/prices")
    assert len(carrier.asked) == 1


def test_pages_that_lead_in_a_circle_come_to_an_end():
    carrier = Carrier(page("tea", then="/prices"))
    with pytest.raises(ValueError):
        carrier.client().items("/prices")
    assert len(carrier.asked) == 50


def test_fifty_pages_are_not_too_many():
    pages = [page(n, then=f"/prices?page={n + 1}") for n in range(1, 50)]
    assert Carrier(*pages, page(50)).client().items("/prices") == list(range(1, 51))
