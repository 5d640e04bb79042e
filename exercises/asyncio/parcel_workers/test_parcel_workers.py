import asyncio

import pytest
from parcel_workers import handle_all


class Depot:
    """Gives numbered parcels one by one and handles them; 13 is broken, 99 is a mistake."""

    def __init__(self, *parcels):
        self.parcels = parcels
        self.taken = 0
        self.finished = 0
        self.in_hand = 0
        self.most_in_hand = 0
        self.most_taken_ahead = 0

    def read(self):
        for parcel in self.parcels:
            self.taken += 1
            self.most_taken_ahead = max(self.most_taken_ahead, self.taken - self.finished)
            yield parcel

    async def handle(self, parcel):
        self.in_hand += 1
        self.most_in_hand = max(self.most_in_hand, self.in_hand)
        await asyncio.sleep(0.001)
        self.in_hand -= 1
        self.finished += 1
        if parcel == 13:
            raise ValueError("broken")
        if parcel == 99:
            raise KeyError("a mistake in the program")


def work(depot, workers=2, room=3):
    """Handle everything; half a second is far more than it needs."""

    async def main():
        answer = await asyncio.wait_for(handle_all(depot.read(), depot.handle, workers, room), 0.5)
        assert len(asyncio.all_tasks()) == 1, "workers are left running"
        return answer

    return asyncio.run(main())


def test_every_parcel_is_done():
    done, failed = work(Depot(1, 2, 3, 4, 5))
    assert sorted(done) == [1, 2, 3, 4, 5]
    assert failed == []


def test_with_one_worker_the_order_stays():
    assert work(Depot(3, 1, 2), workers=1) == ([3, 1, 2], [])


def test_no_parcels():
    assert work(Depot()) == ([], [])


def test_a_parcel_may_be_none_or_zero_or_empty():
    assert work(Depot(None, 0, ""), workers=1) == ([None, 0, ""], [])


def test_a_failed_parcel_is_told_and_the_work_goes_on():
    assert work(Depot(1, 13, 2), workers=1) == ([1, 2], [13])


def test_more_failures_than_workers():
    done, failed = work(Depot(13, 13, 13, 1), workers=2)
    assert (done, failed) == ([1], [13, 13, 13])


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_so_many_are_handled_at_the_same_time(workers):
    depot = Depot(*range(1, 10))
    work(depot, workers=workers)
    assert depot.most_in_hand == workers


def test_a_slow_parcel_does_not_hold_up_the_other_workers():
    async def main():
        others_are_done = asyncio.Event()

        async def handle(parcel):
            if parcel == "slow":
                await others_are_done.wait()
            if parcel == "last":
                others_are_done.set()

        parcels = ["slow", "a", "b", "c", "last"]
        return await asyncio.wait_for(handle_all(parcels, handle, 2, 1), 0.5)

    assert asyncio.run(main()) == (["a", "b", "c", "last", "slow"], [])


def test_more_workers_than_parcels():
    assert work(Depot(7), workers=5) == ([7], [])


@pytest.mark.parametrize(("workers", "room"), [(1, 1), (2, 3), (3, 1)])
def test_the_parcels_are_read_bit_by_bit(workers, room):
    depot = Depot(*range(100, 120))
    work(depot, workers=workers, room=room)
    assert workers <= depot.most_taken_ahead <= workers + room + 1


def test_another_exception_ends_the_work_and_comes_out():
    depot = Depot(*[99] * 20)
    with pytest.raises((KeyError, ExceptionGroup)):
        work(depot, workers=2, room=1)
    assert depot.taken < 20


def test_no_worker_is_left_running_after_another_exception():
    depot = Depot(99, *range(1, 12))

    async def main():
        with pytest.raises((KeyError, ExceptionGroup)):
            await handle_all(depot.read(), depot.handle, 2, 3)
        for _ in range(3):  # those that were cancelled come to their end
            await asyncio.sleep(0)
        return len(asyncio.all_tasks())

    assert asyncio.run(main()) == 1
