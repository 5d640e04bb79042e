import asyncio

import pytest
from event_stream import connected, events, first_of_kind

TEA = {"kind": "click", "page": "/tea"}
MUGS = {"kind": "click", "page": "/mugs"}
ORDER = {"kind": "order", "cents": 450}


class Shop:
    """Gives prepared bundles, then `None`; notes what happens in `log`."""

    def __init__(self, *bundles):
        self.bundles = list(bundles)
        self.log = []

    async def connect(self):
        await asyncio.sleep(0)
        self.log.append("open")
        return self

    async def receive(self):
        await asyncio.sleep(0.001)
        self.log.append("receive")
        return self.bundles.pop(0) if self.bundles else None

    async def close(self):
        await asyncio.sleep(0)
        self.log.append("close")


def first(shop, kind, number):
    return asyncio.run(first_of_kind(shop.connect, kind, number))


def listen(shop):
    """Return all that happens when somebody reads all events of the stream."""

    async def main():
        async for event in events(shop):
            shop.log.append(event)
        return shop.log

    return asyncio.run(main())


def test_each_event_comes_before_the_next_bundle_is_asked_for():
    log = listen(Shop([TEA, ORDER], [MUGS]))
    assert log == ["receive", TEA, ORDER, "receive", MUGS, "receive"]


def test_an_empty_bundle_does_not_end_the_stream():
    assert listen(Shop([], [TEA])) == ["receive", "receive", TEA, "receive"]


def test_a_stream_without_events():
    assert listen(Shop()) == ["receive"]


def test_two_streams_run_side_by_side():
    async def collect(shop, seen):
        async for event in events(shop):
            seen.append(event["page"])

    async def main():
        seen = []
        shops = [Shop([TEA], [TEA]), Shop([MUGS], [MUGS])]
        await asyncio.gather(*(collect(shop, seen) for shop in shops))
        return seen

    assert asyncio.run(main()) == ["/tea", "/mugs", "/tea", "/mugs"]


def test_the_block_gets_the_connection_and_it_is_closed_at_the_end():
    shop = Shop()

    async def main():
        async with connected(shop.connect) as connection:
            assert connection is shop
            shop.log.append("block")

    asyncio.run(main())
    assert shop.log == ["open", "block", "close"]


def test_the_connection_is_closed_after_an_error_which_comes_out():
    shop = Shop()

    async def main():
        async with connected(shop.connect):
            raise ValueError("in the block")

    with pytest.raises(ValueError, match="in the block"):
        asyncio.run(main())
    assert shop.log == ["open", "close"]


def test_the_first_events_of_a_kind():
    assert first(Shop([ORDER, TEA], [MUGS, TEA]), "click", 2) == [TEA, MUGS]


def test_a_kind_with_a_longer_name_is_another_kind():
    others = [{"kind": "double-click", "page": "/tea"}, {"kind": "clicks", "page": "/tea"}]
    assert first(Shop(others, [MUGS]), "click", 1) == [MUGS]


def test_no_more_bundles_than_needed_are_received():
    shop = Shop([TEA], [ORDER], [TEA], [MUGS])
    assert first(shop, "click", 1) == [TEA]
    assert shop.log == ["open", "receive", "close"]


def test_the_second_one_in_the_third_bundle():
    shop = Shop([TEA], [ORDER], [MUGS, TEA])
    assert first(shop, "click", 2) == [TEA, MUGS]
    assert shop.log == ["open", "receive", "receive", "receive", "close"]


def test_fewer_if_the_stream_ends_before():
    shop = Shop([TEA], [ORDER])
    assert first(shop, "order", 5) == [ORDER]
    assert shop.log[-1] == "close"


def test_none_of_that_kind():
    assert first(Shop([TEA]), "refund", 1) == []


def test_the_connection_is_closed_after_a_cancellation_which_comes_out():
    shop = Shop()

    async def main():
        inside = asyncio.Event()

        async def listen_for_ever():
            async with connected(shop.connect):
                inside.set()
                await asyncio.Event().wait()

        task = asyncio.create_task(listen_for_ever())
        await asyncio.wait_for(inside.wait(), 2)
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled()

    assert asyncio.run(main()) is True
    assert shop.log == ["open", "close"]


def test_many_events_that_are_alike_all_count():
    assert first(Shop([TEA] * 20), "click", 15) == [TEA] * 15
