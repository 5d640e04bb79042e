import asyncio

import pytest
from queue_deadlock import pack_all


class Warehouse:
    """Packs orders, and counts how many were taken and how many are being packed."""

    def __init__(self, orders, broken=None, turns=3):
        self.orders = orders
        self.turns = turns  # of the event loop, for each order
        self.broken = broken
        self.taken = 0
        self.packed = 0
        self.packing = 0
        self.most_packing = 0
        self.most_taken_ahead = 0

    def read(self):
        for order in range(self.orders):
            self.taken += 1
            self.most_taken_ahead = max(self.most_taken_ahead, self.taken - self.packed)
            yield order

    async def pack(self, order):
        self.packing += 1
        self.most_packing = max(self.most_packing, self.packing)
        for _ in range(self.turns):
            await asyncio.sleep(0)
        if order == self.broken:
            raise ValueError("no box is large enough")
        self.packing -= 1
        self.packed += 1
        return f"{order} packed"


def evening(warehouse, tables):
    """Return what the evening run gives, or "it hangs" when it does not end."""

    async def main():
        run = asyncio.create_task(pack_all(warehouse.read(), warehouse.pack, tables))
        await asyncio.wait([run], timeout=0.3)
        if not run.done():
            run.cancel()
            return "it hangs"
        return run.result()

    return asyncio.run(main())


def test_a_small_evening_with_one_table():
    assert evening(Warehouse(3), tables=1) == ["0 packed", "1 packed", "2 packed"]


def test_no_orders():
    assert evening(Warehouse(0), tables=1) == []


def test_two_tables_come_to_an_end():
    assert sorted(evening(Warehouse(4), tables=2)) == ["0 packed", "1 packed", "2 packed", "3 packed"]


def test_three_tables_and_one_order():
    assert evening(Warehouse(1), tables=3) == ["0 packed"]


def test_as_many_orders_as_the_belt_has_room():
    assert len(evening(Warehouse(20), tables=1)) == 20


def test_more_orders_than_the_belt_has_room():
    assert len(evening(Warehouse(25), tables=1)) == 25


def test_a_large_evening_with_three_tables():
    warehouse = Warehouse(60)
    assert len(evening(warehouse, tables=3)) == 60
    assert warehouse.most_packing == 3


def test_a_slow_table_does_not_hold_up_the_other():
    warehouse = Warehouse(5)
    quick_pack, others_are_packed = warehouse.pack, asyncio.Event()

    async def pack(order):
        if order == 1:
            await others_are_packed.wait()
        result = await quick_pack(order)
        if order == 4:
            others_are_packed.set()
        return result

    warehouse.pack = pack
    packed = evening(warehouse, tables=2)
    assert packed == ["0 packed", "2 packed", "3 packed", "4 packed", "1 packed"]


def test_a_table_may_need_no_time_at_all():
    assert len(evening(Warehouse(60, turns=0), tables=2)) == 60


def test_no_more_orders_are_taken_than_fit_on_the_belt_and_the_tables():
    warehouse = Warehouse(60)
    evening(warehouse, tables=2)
    assert warehouse.most_taken_ahead <= 20 + 2 + 1


@pytest.mark.parametrize("orders", [3, 60])
def test_an_order_that_cannot_be_packed_ends_the_run_with_its_error(orders):
    with pytest.raises((ValueError, ExceptionGroup)):
        evening(Warehouse(orders, broken=0), tables=1)


def test_after_an_error_nobody_goes_on_packing():
    warehouse = Warehouse(60, broken=0)

    async def main():
        with pytest.raises((ValueError, ExceptionGroup)):
            await pack_all(warehouse.read(), warehouse.pack, 2)
        for _ in range(3):  # those that were cancelled come to their end
            await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    assert asyncio.run(main()) == 1


@pytest.mark.parametrize("result", ["packed", None])
def test_every_order_has_its_result_even_if_all_are_alike(result):
    async def pack(order):
        await asyncio.sleep(0)
        return result

    assert asyncio.run(pack_all(range(12), pack, 2)) == [result] * 12
