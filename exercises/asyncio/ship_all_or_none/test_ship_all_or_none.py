import asyncio

import pytest
from ship_all_or_none import ship_all_or_none

TURNS = {"porto": 8, "faro": 4, "evora": 2, "closed": 20, "burnt": 20, "far": 5000}


class Warehouses:
    """Reserves after some turns of the loop; `closed` and `burnt` fail. Notes all that happens."""

    def __init__(self):
        self.numbers = {"evora": 0, "porto": 17, "faro": 18, "far": 19}
        self.under_way = 0
        self.most_under_way = 0
        self.asked = []
        self.cancelled = []
        self.released = []

    async def reserve(self, warehouse):
        self.asked.append(warehouse)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            for _ in range(TURNS[warehouse]):
                await asyncio.sleep(0)
            if warehouse == "closed":
                raise ConnectionError(f"{warehouse} does not answer")
            if warehouse == "burnt":
                raise ValueError(f"{warehouse} gives an odd answer")
            return self.numbers[warehouse]
        except asyncio.CancelledError:
            self.cancelled.append(warehouse)
            raise
        finally:
            self.under_way -= 1

    async def release(self, number):
        await asyncio.sleep(0)
        self.released.append(number)


@pytest.fixture
def warehouses():
    return Warehouses()


def ship(warehouses, *names):
    """What the function returns, and how many reservations still ran at that moment."""

    async def main():
        result = await ship_all_or_none(list(names), warehouses.reserve, warehouses.release)
        return result, warehouses.under_way

    return asyncio.run(main())


def test_one_warehouse_gives_its_number(warehouses):
    assert ship(warehouses, "porto") == ([17], 0)


def test_the_numbers_are_in_the_order_of_the_warehouses(warehouses):
    assert ship(warehouses, "porto", "faro", "evora") == ([17, 18, 0], 0)


def test_the_reservations_overlap(warehouses):
    ship(warehouses, "porto", "faro", "evora")
    assert warehouses.most_under_way == 3


def test_nothing_is_released_when_all_succeed(warehouses):
    result, _ = ship(warehouses, "porto", "faro")
    assert result == [17, 18]
    assert warehouses.released == []


def test_one_failure_means_none(warehouses):
    assert ship(warehouses, "porto", "closed") == (None, 0)
    assert warehouses.asked == ["porto", "closed"]


def test_what_had_succeeded_is_released(warehouses):
    ship(warehouses, "porto", "closed", "faro")
    assert sorted(warehouses.released) == [17, 18]


def test_number_zero_is_released_too(warehouses):
    ship(warehouses, "evora", "closed")
    assert warehouses.released == [0]


def test_what_is_under_way_is_cancelled_and_not_released(warehouses):
    assert ship(warehouses, "far", "closed", "porto") == (None, 0)
    assert warehouses.cancelled == ["far"]
    assert warehouses.released == [17]


def test_two_failures_at_once(warehouses):
    assert ship(warehouses, "closed", "burnt", "faro") == (None, 0)
    assert warehouses.released == [18]


def test_another_kind_of_failure_means_none_as_well(warehouses):
    assert ship(warehouses, "burnt", "faro") == (None, 0)
    assert warehouses.released == [18]


def test_nothing_runs_on_when_there_is_nothing_to_release(warehouses):
    assert ship(warehouses, "far", "closed") == (None, 0)
    assert warehouses.cancelled == ["far"]


def test_no_warehouses_need_no_reservation(warehouses):
    assert ship(warehouses) == ([], 0)


def test_nothing_stays_reserved_when_it_is_called_off(warehouses):
    async def main():
        names = ["far", "evora", "porto"]
        work = ship_all_or_none(names, warehouses.reserve, warehouses.release)
        task = asyncio.create_task(work)
        for _ in range(500):
            await asyncio.sleep(0)
            if len(warehouses.asked) == 3 and warehouses.under_way == 1:  # only `far` is left
                break
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled(), warehouses.under_way

    assert asyncio.run(main()) == (True, 0)
    assert sorted(warehouses.released) == [0, 17]


def test_what_succeeds_although_it_was_cancelled_is_released(warehouses):
    async def reserve(warehouse):
        try:
            return await warehouses.reserve(warehouse)
        except asyncio.CancelledError:
            return 19

    async def main():
        return await ship_all_or_none(["far", "closed", "porto"], reserve, warehouses.release)

    assert asyncio.run(main()) is None
    assert sorted(warehouses.released) == [17, 19]


def test_an_order_from_twenty_warehouses_has_twenty_numbers():
    async def reserve(warehouse):
        await asyncio.sleep(0)
        return warehouse * 10

    async def release(number):
        await asyncio.sleep(0)

    numbers = asyncio.run(ship_all_or_none(list(range(20)), reserve, release))
    assert numbers == [warehouse * 10 for warehouse in range(20)]
