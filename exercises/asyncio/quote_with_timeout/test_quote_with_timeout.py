import asyncio

import pytest
from quote_with_timeout import cheapest_in_time, quote_with_timeout

LIMIT = 0.1


class Carriers:
    """`Snail` never answers in time, `Heron` is down, `Wren` is free; notes what happens."""

    prices = {"Gull": 490, "Tern": 520, "Wren": 0, "Rook": 490, "Snail": 1}

    def __init__(self):
        self.under_way = 0
        self.most_under_way = 0
        self.cancelled = []

    async def fetch(self, carrier):
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(2 if carrier == "Snail" else 0.001)
            if carrier == "Heron":
                raise ConnectionError("Heron is down")
            return self.prices[carrier]
        except asyncio.CancelledError:
            self.cancelled.append(carrier)
            raise
        finally:
            self.under_way -= 1


@pytest.fixture
def carriers():
    return Carriers()


def quote(carriers, carrier, seconds=LIMIT):
    return asyncio.run(quote_with_timeout(carrier, carriers.fetch, seconds))


async def left_running(carriers, asking):
    """Ask, and return how many requests are still under way when the answer is there."""
    await asking
    return carriers.under_way


def cheapest(carriers, *names):
    return asyncio.run(cheapest_in_time(list(names), carriers.fetch, LIMIT))


def test_a_price_in_time_is_returned(carriers):
    assert quote(carriers, "Gull") == 490


def test_a_price_of_zero_is_returned(carriers):
    assert quote(carriers, "Wren") == 0


def test_a_slow_carrier_gives_none_and_is_cancelled(carriers):
    assert quote(carriers, "Snail") is None
    assert carriers.cancelled == ["Snail"]


def test_a_slow_request_is_cancelled_before_the_program_goes_on(carriers):
    asking = quote_with_timeout("Snail", carriers.fetch, LIMIT)
    assert asyncio.run(left_running(carriers, asking)) == 0


def test_no_slow_request_is_left_after_asking_all(carriers):
    asking = cheapest_in_time(["Snail", "Tern"], carriers.fetch, LIMIT)
    assert asyncio.run(left_running(carriers, asking)) == 0


def test_a_limit_of_nothing_gives_none(carriers):
    assert quote(carriers, "Gull", seconds=0) is None
    assert carriers.under_way == 0


def test_a_carrier_that_is_down_gives_none(carriers):
    assert quote(carriers, "Heron") is None
    assert carriers.most_under_way == 1


def test_a_mistake_in_the_program_comes_out(carriers):
    with pytest.raises(KeyError):
        quote(carriers, "Stork")


def test_an_error_that_has_nothing_to_do_with_the_connection_comes_out():
    async def fetch(carrier):
        raise FileNotFoundError("prices.csv")

    with pytest.raises(FileNotFoundError):
        asyncio.run(quote_with_timeout("Gull", fetch, LIMIT))


def test_a_cancellation_from_outside_comes_out(carriers):
    async def main():
        task = asyncio.create_task(quote_with_timeout("Snail", carriers.fetch, 5))
        await asyncio.sleep(0.002)
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled()

    assert asyncio.run(main()) is True


def test_the_lowest_price_wins(carriers):
    assert cheapest(carriers, "Tern", "Gull") == ("Gull", 490)


def test_free_is_the_lowest_price(carriers):
    assert cheapest(carriers, "Gull", "Wren", "Tern") == ("Wren", 0)


def test_the_first_of_two_equal_prices_wins(carriers):
    assert cheapest(carriers, "Tern", "Rook", "Gull") == ("Rook", 490)


def test_slow_and_broken_carriers_are_left_out(carriers):
    assert cheapest(carriers, "Snail", "Heron", "Tern") == ("Tern", 520)
    assert carriers.cancelled == ["Snail"]


def test_the_requests_overlap(carriers):
    cheapest(carriers, "Gull", "Tern", "Wren")
    assert carriers.most_under_way == 3


def test_no_price_at_all_gives_none(carriers):
    assert cheapest(carriers, "Heron", "Snail") is None
    assert carriers.most_under_way == 2


def test_no_carriers_give_none(carriers):
    assert cheapest(carriers) is None


@pytest.mark.parametrize("names", [["Stork", "Snail"], ["Snail", "Stork"]])
def test_nothing_is_left_running_where_a_mistake_comes_out(carriers, names):
    async def main():
        with pytest.raises((KeyError, ExceptionGroup)):
            await cheapest_in_time(names, carriers.fetch, 5)
        return carriers.under_way, carriers.cancelled

    assert asyncio.run(main()) == (0, ["Snail"])


def test_who_stops_asking_stops_all_requests(carriers):
    async def main():
        task = asyncio.create_task(cheapest_in_time(["Snail", "Gull"], carriers.fetch, 5))
        await asyncio.sleep(0.002)
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled(), carriers.under_way

    assert asyncio.run(main()) == (True, 0)
