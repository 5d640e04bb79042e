import asyncio
import inspect

import pytest
from first_coroutine import parcel_status, show_status


class Carrier:
    """Answers after a short wait and remembers which numbers were asked for."""

    def __init__(self, parcels):
        self.parcels = parcels
        self.asked = []

    async def fetch(self, number):
        self.asked.append(number)
        await asyncio.sleep(0.002)
        return self.parcels.get(number)


@pytest.fixture
def carrier():
    return Carrier({7: "delivered", 12: "on the road", 13: "", 14: "Left at the Mill "})


def test_parcel_status_is_a_coroutine_function():
    assert inspect.iscoroutinefunction(parcel_status)


def test_the_line_of_a_known_parcel(carrier):
    assert asyncio.run(parcel_status(carrier.fetch, 7)) == "parcel 7: delivered"


def test_the_line_of_an_unknown_parcel(carrier):
    assert asyncio.run(parcel_status(carrier.fetch, 8)) == "parcel 8: not found"


def test_an_empty_status_is_known(carrier):
    assert asyncio.run(parcel_status(carrier.fetch, 13)) == "parcel 13: "


def test_the_status_is_shown_as_it_came(carrier):
    assert asyncio.run(parcel_status(carrier.fetch, 14)) == "parcel 14: Left at the Mill "


def test_the_carrier_is_asked_once(carrier):
    asyncio.run(parcel_status(carrier.fetch, 7))
    assert carrier.asked == [7]


@pytest.mark.parametrize("problem", [ConnectionError, LookupError, ValueError])
def test_an_error_of_the_carrier_is_not_a_parcel_that_is_not_found(problem):
    async def broken(number):
        raise problem(f"no answer about {number}")

    with pytest.raises(problem, match="no answer about 7"):
        show_status(broken, 7)


def test_show_status_is_an_ordinary_function():
    assert not inspect.iscoroutinefunction(show_status)


def test_show_status_returns_the_line(carrier):
    assert show_status(carrier.fetch, 12) == "parcel 12: on the road"
    assert show_status(carrier.fetch, 8) == "parcel 8: not found"


def test_two_lines_ask_twice(carrier):
    assert show_status(carrier.fetch, 7) != show_status(carrier.fetch, 8)
    assert carrier.asked == [7, 8]
