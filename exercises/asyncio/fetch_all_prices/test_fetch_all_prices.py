import asyncio

import pytest
from fetch_all_prices import fetch_all_prices


TURNS = {"Tern": 1, "Heron": 1, "Gull": 3, "Wren": 3, "Stork": 5}


class Carriers:
    """Answers after some turns of the loop, and notes how many requests are under way at a time."""

    def __init__(self, **prices):
        self.prices = prices
        self.asked = []
        self.under_way = 0
        self.most_under_way = 0

    async def fetch(self, carrier):
        self.asked.append(carrier)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        for _ in range(TURNS[carrier]):
            await asyncio.sleep(0)
        self.under_way -= 1
        price = self.prices[carrier]
        if price is None:
            raise ConnectionError(f"{carrier} does not answer")
        return price

    def fetch_all(self, *carriers):
        return asyncio.run(fetch_all_prices(list(carriers), self.fetch))


@pytest.fixture
def carriers():
    return Carriers(Gull=490, Heron=None, Tern=520, Wren=0)


def test_one_carrier_gives_one_price(carriers):
    assert carriers.fetch_all("Gull") == ({"Gull": 490}, [])


def test_all_prices_are_collected(carriers):
    assert carriers.fetch_all("Gull", "Tern") == ({"Gull": 490, "Tern": 520}, [])


def test_the_requests_overlap(carriers):
    carriers.fetch_all("Gull", "Tern", "Wren")
    assert carriers.most_under_way == 3


def test_each_carrier_is_asked_once(carriers):
    carriers.fetch_all("Gull", "Tern", "Wren")
    assert carriers.asked == ["Gull", "Tern", "Wren"]


def test_a_failure_is_listed_and_does_not_stop_the_others(carriers):
    assert carriers.fetch_all("Gull", "Heron", "Tern") == ({"Gull": 490, "Tern": 520}, ["Heron"])


def test_all_requests_are_over_at_the_end(carriers):
    carriers.fetch_all("Heron", "Gull", "Tern")
    assert carriers.asked == ["Heron", "Gull", "Tern"]
    assert carriers.under_way == 0


def test_a_price_of_zero_is_a_price(carriers):
    assert carriers.fetch_all("Wren") == ({"Wren": 0}, [])


def test_prices_are_in_the_order_of_the_carriers(carriers):
    prices, failed = carriers.fetch_all("Wren", "Tern", "Gull") or ({}, [])
    assert list(prices) == ["Wren", "Tern", "Gull"]
    assert failed == []


def test_only_failures():
    carriers = Carriers(Heron=None, Stork=None)
    assert carriers.fetch_all("Stork", "Heron") == ({}, ["Stork", "Heron"])


def test_no_carriers_give_an_empty_result(carriers):
    assert carriers.fetch_all() == ({}, [])


def test_a_request_that_was_cancelled_is_no_price():
    async def fetch(carrier):
        if carrier == "Heron":
            raise asyncio.CancelledError
        return 490

    async def main():
        try:
            prices, _ = await fetch_all_prices(["Gull", "Heron"], fetch)
        except asyncio.CancelledError:
            return {"Gull": 490}
        return prices

    assert asyncio.run(main()) == {"Gull": 490}


def test_who_asks_again_gets_the_prices_of_that_moment(carriers):
    assert carriers.fetch_all("Gull", "Heron") == ({"Gull": 490}, ["Heron"])
    carriers.prices.update(Gull=510, Heron=480)
    assert carriers.fetch_all("Gull", "Heron") == ({"Gull": 510, "Heron": 480}, [])
