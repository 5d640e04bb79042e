import asyncio

import httpx
import pytest
from tracking_client import TrackingError, track, track_all


class Carrier:
    """Answers with prepared statuses, one after the other; notes what it was asked and the pauses."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []
        self.pauses = []
        self.under_way = 0
        self.most_under_way = 0

    async def answer(self, request):
        self.asked.append(f"{request.method} {request.url.path}")
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        await asyncio.sleep(0.001)
        self.under_way -= 1
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer, json={"status": "in the van"})

    async def sleep(self, seconds):
        self.pauses.append(seconds)

    def client(self):
        transport = httpx.MockTransport(self.answer)
        return httpx.AsyncClient(transport=transport, base_url="https://gull.example")


def ask(carrier, number="GU7"):
    async def main():
        async with carrier.client() as client:
            return await track(client, number, carrier.sleep)

    return asyncio.run(main())


def ask_all(carrier, *numbers):
    async def main():
        async with carrier.client() as client:
            return await track_all(client, list(numbers), carrier.sleep)

    return asyncio.run(main())


def test_the_status_of_a_parcel():
    carrier = Carrier(200)
    assert ask(carrier) == "in the van"
    assert carrier.asked == ["GET /parcels/GU7"]
    assert carrier.pauses == []


def test_an_unknown_parcel_gives_none_without_another_try():
    carrier = Carrier(404, 200)
    assert ask(carrier) is None
    assert len(carrier.asked) == 1


@pytest.mark.parametrize(
    "failure",
    [429, 500, 503, 507, 599, httpx.ConnectError("no connection"), httpx.ReadTimeout("too slow")],
    ids=["429", "500", "503", "507", "599", "no_connection", "timeout"],
)
def test_what_may_pass_is_tried_again_after_half_a_second(failure):
    carrier = Carrier(failure, 200)
    assert ask(carrier) == "in the van"
    assert carrier.pauses == [0.5]


def test_the_second_pause_is_twice_as_long():
    carrier = Carrier(503, 503, 200)
    assert ask(carrier) == "in the van"
    assert carrier.pauses == [0.5, 1.0]


@pytest.mark.parametrize("third", [500, 429, httpx.ReadTimeout("too slow")], ids=["500", "429", "timeout"])
def test_the_third_failure_is_the_last(third):
    carrier = Carrier(503, httpx.ConnectError("no connection"), third, 200)
    with pytest.raises(TrackingError):
        ask(carrier)
    assert len(carrier.asked) == 3


def test_there_is_no_pause_after_the_last_try():
    carrier = Carrier(503, 503, 503)
    with pytest.raises(TrackingError):
        ask(carrier)
    assert carrier.pauses == [0.5, 1.0]


@pytest.mark.parametrize("status", [400, 401, 428, 430, 499])
def test_what_stays_as_it_is_is_not_tried_again(status):
    carrier = Carrier(status, 200)
    with pytest.raises(TrackingError):
        ask(carrier)
    assert len(carrier.asked) == 1


def test_unknown_after_a_failure():
    assert ask(Carrier(503, 404)) is None


@pytest.mark.parametrize(
    "error",
    [ZeroDivisionError(), httpx.TooManyRedirects("in a circle")],
    ids=["mistake", "circle"],
)
def test_other_exceptions_come_out(error):
    with pytest.raises(type(error)):
        ask(Carrier(error, 200))


def test_many_parcels_in_one_dict():
    carrier = Carrier(200, 404)
    assert ask_all(carrier, "GU7", "GU8") == {"GU7": "in the van", "GU8": None}


def test_many_parcels_are_asked_about_side_by_side():
    carrier = Carrier(200, 200, 200, 200)
    ask_all(carrier, "GU1", "GU2", "GU3", "GU4")
    assert carrier.most_under_way == 4


def test_a_parcel_without_an_answer_is_left_out():
    assert ask_all(Carrier(401, 200), "GU1", "GU2") == {"GU2": "in the van"}


def test_the_retries_of_many_use_the_same_sleep():
    carrier = Carrier(503, 200)
    assert ask_all(carrier, "GU1") == {"GU1": "in the van"}
    assert carrier.pauses == [0.5]


def test_other_exceptions_come_out_of_many():
    with pytest.raises((ZeroDivisionError, ExceptionGroup)):
        ask_all(Carrier(200, ZeroDivisionError()), "GU1", "GU2")


def test_nothing_is_under_way_where_an_exception_comes_out_of_many():
    under_way = []

    async def carrier(request):
        if request.url.path.endswith("GU1"):
            raise ZeroDivisionError
        under_way.append("GU2")
        try:
            for _ in range(50):
                await asyncio.sleep(0)
        finally:
            under_way.remove("GU2")
        return httpx.Response(404)

    async def main():
        service = httpx.MockTransport(carrier)
        async with httpx.AsyncClient(transport=service, base_url="https://gull.example") as client:
            with pytest.raises((ZeroDivisionError, ExceptionGroup)):
                await track_all(client, ["GU2", "GU1"])
            return list(under_way)

    assert asyncio.run(main()) == []


def test_no_parcels():
    assert ask_all(Carrier()) == {}


@pytest.mark.parametrize("status", [204, 302])
def test_any_other_status_is_no_answer(status):
    carrier = Carrier(status, 200)
    with pytest.raises(TrackingError):
        ask(carrier)
    assert len(carrier.asked) == 1
