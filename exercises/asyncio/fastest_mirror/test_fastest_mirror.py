import asyncio

import pytest
from fastest_mirror import fastest_mirror


class Mirrors:
    """Mirrors that answer one after the other, in the order of `quickest_first`.

    The next one answers some rounds of the event loop after the one before, however busy the
    machine is. One that is asked alone answers at once.
    """

    def __init__(self, *quickest_first, broken=()):
        self.place = {mirror: place for place, mirror in enumerate(quickest_first, start=1)}
        self.broken = broken
        self.turn = 1
        self.under_way = 0
        self.most_under_way = 0
        self.cancelled = []
        self.finished = []
        self.background = []

    async def fetch(self, mirror):
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(0.001)
            await self.wait_for_turn(self.place[mirror])
            self.finished.append(mirror)
            self.background.append(asyncio.create_task(self.next_turn()))
            if mirror in self.broken:
                raise ConnectionError(f"{mirror} is down")
            return f"photo from {mirror}"
        except asyncio.CancelledError:
            await asyncio.sleep(0)
            self.cancelled.append(mirror)
            raise
        finally:
            self.under_way -= 1

    async def wait_for_turn(self, place):
        for _ in range(400):
            asked_alone = self.under_way == 1 and not self.finished
            if self.turn >= place or asked_alone:
                return
            await asyncio.sleep(0.0005)

    async def next_turn(self):
        for _ in range(20):
            await asyncio.sleep(0)
        self.turn += 1


def race(mirrors, *names):
    """The winner, and how many requests still ran when the function returned."""

    async def main():
        winner = await fastest_mirror(list(names), mirrors.fetch)
        return winner, mirrors.under_way

    return asyncio.run(main())


def test_a_single_mirror_wins():
    winner, _ = race(Mirrors("faro"), "faro")
    assert winner == ("faro", "photo from faro")


def test_the_quickest_wins_wherever_it_stands():
    winner, _ = race(Mirrors("oslo", "faro", "lisbon"), "lisbon", "oslo", "faro")
    assert winner == ("oslo", "photo from oslo")


def test_all_mirrors_are_asked_side_by_side():
    mirrors = Mirrors("oslo", "faro", "lisbon")
    race(mirrors, "lisbon", "oslo", "faro")
    assert mirrors.most_under_way == 3


def test_a_mirror_that_fails_is_out_of_the_race():
    winner, _ = race(Mirrors("oslo", "faro", broken=["oslo"]), "oslo", "faro")
    assert winner == ("faro", "photo from faro")


@pytest.mark.parametrize("problem", [ValueError("no photo"), OSError("disk")])
def test_a_mirror_may_fail_with_any_exception(problem):
    async def fetch(mirror):
        if mirror == "oslo":
            raise problem
        for _ in range(10):
            await asyncio.sleep(0)
        return f"photo from {mirror}"

    winner = asyncio.run(fastest_mirror(["oslo", "faro"], fetch))
    assert winner == ("faro", "photo from faro")


@pytest.mark.parametrize("photo", ["", None, 0])
def test_whatever_a_mirror_gives_is_an_answer(photo):
    async def fetch(mirror):
        return photo

    assert asyncio.run(asyncio.wait_for(fastest_mirror(["oslo"], fetch), 0.5)) == ("oslo", photo)


def test_several_failures_are_survived():
    mirrors = Mirrors("oslo", "faro", "lisbon", broken=["oslo", "faro"])
    winner, _ = race(mirrors, "faro", "lisbon", "oslo")
    assert winner == ("lisbon", "photo from lisbon")


def test_the_losers_are_cancelled():
    mirrors = Mirrors("oslo", "faro", "lisbon")
    race(mirrors, "lisbon", "oslo", "faro")
    assert sorted(mirrors.cancelled) == ["faro", "lisbon"]
    assert mirrors.finished == ["oslo"]


def test_nothing_runs_any_more_on_return():
    winner, under_way = race(Mirrors("oslo", "faro", "lisbon"), "lisbon", "oslo", "faro")
    assert winner is not None
    assert under_way == 0


def test_raises_when_all_mirrors_fail():
    mirrors = Mirrors("oslo", "faro", broken=["oslo", "faro"])
    with pytest.raises(ConnectionError, match="^no mirror answered$"):
        race(mirrors, "oslo", "faro")


def test_raises_when_all_fail_in_other_ways():
    async def fetch(mirror):
        raise {"oslo": ValueError, "faro": LookupError}[mirror](mirror)

    with pytest.raises(ConnectionError, match="^no mirror answered$"):
        asyncio.run(asyncio.wait_for(fastest_mirror(["oslo", "faro"], fetch), 0.5))


def test_raises_without_mirrors():
    with pytest.raises(ConnectionError, match="^no mirror answered$"):
        race(Mirrors())


def test_nothing_runs_any_more_when_the_race_is_called_off():
    running = set()

    async def fetch(mirror):
        running.add(mirror)
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            running.discard(mirror)

    async def main():
        task = asyncio.create_task(fastest_mirror(["oslo", "faro"], fetch))
        for _ in range(10):
            await asyncio.sleep(0)
        asked = sorted(running)
        task.cancel()
        await asyncio.wait([task])
        return asked, sorted(running), task.cancelled()

    assert asyncio.run(main()) == (["faro", "oslo"], [], True)
