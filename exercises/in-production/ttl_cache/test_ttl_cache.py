import asyncio

import pytest
from ttl_cache import TtlCache


class Database:
    """Counts what it is asked. While it is held, answers wait for `release`."""

    def __init__(self):
        self.prices = {"mug": 990, "tea": 450, "gone": None}
        self.asked = []
        self.now = 0
        self.gate = None
        self.broken = False

    def clock(self):
        return self.now

    def hold(self):
        self.gate = asyncio.Event()

    def release(self):
        self.gate.set()

    async def load(self, key):
        self.asked.append(key)
        price, gate = self.prices[key], self.gate
        await asyncio.sleep(0)
        if gate is not None:
            await gate.wait()
        if self.broken:
            raise ConnectionError("the database is away")
        return price


@pytest.fixture
def database():
    return Database()


def run(story, database, seconds=60):
    """Run the story with a cache in front of the database."""

    async def main():
        cache = TtlCache(database.load, seconds, database.clock)
        return await asyncio.wait_for(story(cache), 2)

    return asyncio.run(main())


async def settle():
    for _ in range(10):
        await asyncio.sleep(0)


def test_an_answer_is_loaded(database):
    async def story(cache):
        return await cache.get("mug"), await cache.get("tea")

    assert run(story, database) == (990, 450)
    assert database.asked == ["mug", "tea"]


def test_a_kept_answer_is_not_loaded_again(database):
    async def story(cache):
        await cache.get("mug")
        database.now = 59
        database.prices["mug"] = 890
        return await cache.get("mug")

    assert run(story, database) == 990
    assert database.asked == ["mug"]


def test_after_its_time_it_is_loaded_again(database):
    async def story(cache):
        await cache.get("mug")
        database.now = 60
        database.prices["mug"] = 890
        return await cache.get("mug")

    assert run(story, database) == 890
    assert database.asked == ["mug", "mug"]


def test_the_time_begins_when_the_answer_is_there(database):
    async def story(cache):
        database.hold()
        asking = asyncio.create_task(cache.get("mug"))
        await settle()
        database.now = 50
        database.release()
        await asking
        database.now = 109
        await cache.get("mug")
        asked_before = list(database.asked)
        database.now = 110
        await cache.get("mug")
        return asked_before

    assert run(story, database) == ["mug"]
    assert database.asked == ["mug", "mug"]


def test_none_is_an_answer_like_any_other(database):
    async def story(cache):
        return [await cache.get("gone") for _ in range(3)]

    assert run(story, database) == [None, None, None]
    assert database.asked == ["gone"]


def test_a_crowd_asks_once(database):
    async def story(cache):
        return await asyncio.gather(*[cache.get("mug") for _ in range(20)])

    assert run(story, database) == [990] * 20
    assert database.asked == ["mug"]


def test_a_crowd_after_the_end_of_an_entry_asks_once(database):
    async def story(cache):
        await cache.get("mug")
        database.now = 60
        await asyncio.gather(*[cache.get("mug") for _ in range(20)])

    run(story, database)
    assert database.asked == ["mug", "mug"]


def test_different_keys_do_not_wait_for_each_other(database):
    async def story(cache):
        database.hold()
        slow = asyncio.create_task(cache.get("mug"))
        await settle()
        gate, database.gate = database.gate, None
        quick = asyncio.create_task(cache.get("tea"))
        await settle()
        in_time = quick.done()
        gate.set()
        await asyncio.gather(slow, quick)
        return in_time

    assert run(story, database) is True


def test_all_who_waited_get_the_error(database):
    async def story(cache):
        database.broken = True
        asking = [cache.get("mug") for _ in range(3)]
        return await asyncio.gather(*asking, return_exceptions=True)

    assert [type(answer) for answer in run(story, database)] == [ConnectionError] * 3
    assert database.asked == ["mug"]


def test_where_the_load_fails_nobody_gets_the_answer_of_yesterday(database):
    async def story(cache):
        await cache.get("mug")
        database.now = 60
        database.broken = True
        with pytest.raises(ConnectionError):
            await cache.get("mug")

    run(story, database)
    assert database.asked == ["mug", "mug"]


def test_a_failure_is_not_kept(database):
    async def story(cache):
        database.broken = True
        with pytest.raises(ConnectionError):
            await cache.get("mug")
        database.broken = False
        return await cache.get("mug")

    assert run(story, database) == 990
    assert database.asked == ["mug", "mug"]


@pytest.mark.parametrize("leaver", [0, 1])
def test_one_who_gives_up_takes_the_answer_from_nobody(database, leaver):
    async def story(cache):
        database.hold()
        asking = [asyncio.create_task(cache.get("mug")) for _ in range(3)]
        await settle()
        asking[leaver].cancel()
        await settle()
        database.release()
        return await asyncio.gather(*asking, return_exceptions=True)

    answers = run(story, database)
    assert isinstance(answers.pop(leaver), asyncio.CancelledError)
    assert answers == [990, 990]


def test_an_invalidated_answer_is_loaded_again(database):
    async def story(cache):
        await cache.get("mug")
        await cache.get("tea")
        database.prices.update(mug=890, tea=400)
        cache.invalidate("mug")
        return await cache.get("mug"), await cache.get("tea")

    assert run(story, database) == (890, 450)


def test_what_was_never_kept_can_be_invalidated(database):
    async def story(cache):
        cache.invalidate("mug")
        return await cache.get("mug")

    assert run(story, database) == 990


def test_an_answer_that_was_on_its_way_is_not_kept(database):
    async def story(cache):
        database.hold()
        early = asyncio.create_task(cache.get("mug"))
        await settle()
        database.prices["mug"] = 890
        cache.invalidate("mug")
        database.release()
        await early
        return await cache.get("mug")

    assert run(story, database) == 890


def test_who_comes_after_the_invalidation_gets_the_new_answer(database):
    async def story(cache):
        database.hold()
        early = asyncio.create_task(cache.get("mug"))
        await settle()
        database.prices["mug"] = 890
        cache.invalidate("mug")
        late = asyncio.create_task(cache.get("mug"))
        await settle()
        database.release()
        await asyncio.gather(early, late)
        return late.result(), await cache.get("mug")

    assert run(story, database) == (890, 890)
    assert database.asked == ["mug", "mug"]


def test_an_early_load_that_ends_late_disturbs_nothing(database):
    async def story(cache):
        database.hold()
        first_gate = database.gate
        early = asyncio.create_task(cache.get("mug"))
        await settle()
        database.prices["mug"] = 890
        cache.invalidate("mug")
        database.hold()
        late = asyncio.create_task(cache.get("mug"))
        await settle()
        first_gate.set()
        await early
        joined = asyncio.create_task(cache.get("mug"))
        await settle()
        database.release()
        return await asyncio.gather(late, joined)

    assert run(story, database) == [890, 890]
    assert database.asked == ["mug", "mug"]


def test_an_early_load_that_fails_late_disturbs_nothing(database):
    async def story(cache):
        database.hold()
        first_gate = database.gate
        early = asyncio.create_task(cache.get("mug"))
        await settle()
        cache.invalidate("mug")
        database.hold()
        late = asyncio.create_task(cache.get("mug"))
        await settle()
        database.broken = True
        first_gate.set()
        await asyncio.wait([early])
        database.broken = False
        joined = asyncio.create_task(cache.get("mug"))
        await settle()
        database.release()
        return type(early.exception()), await late, await joined

    assert run(story, database) == (ConnectionError, 990, 990)
    assert database.asked == ["mug", "mug"]


def test_two_caches_keep_their_answers_apart(database):
    async def load_stock(key):
        return 3

    async def story(prices):
        stock = TtlCache(load_stock, 60, database.clock)
        return await prices.get("mug"), await stock.get("mug"), await prices.get("mug")

    assert run(story, database) == (990, 3, 990)


def test_an_answer_that_was_loaded_again_is_kept_as_long(database):
    async def story(cache):
        await cache.get("mug")
        database.now = 60
        await cache.get("mug")
        database.now = 119
        await cache.get("mug")

    run(story, database)
    assert database.asked == ["mug", "mug"]


def test_nobody_gets_the_old_answer_while_a_new_one_is_loaded(database):
    async def story(cache):
        await cache.get("mug")
        database.now = 60
        database.prices["mug"] = 890
        database.hold()
        asking = [asyncio.create_task(cache.get("mug"))]
        await settle()
        asking.append(asyncio.create_task(cache.get("mug")))
        await settle()
        database.release()
        return await asyncio.gather(*asking)

    assert run(story, database) == [890, 890]


def test_a_key_may_be_a_number(database):
    database.prices[7] = 120

    async def story(cache):
        return await cache.get(7)

    assert run(story, database) == 120
