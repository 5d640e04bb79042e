import asyncio
import threading

import pytest
from keep_the_page_alive import keep_alive

STOCK = {"TEA-01": 12, "MUG-02": 4}


class Page:
    """Counts the turns of its wheel, keeps what it shows, and notes who calls it."""

    def __init__(self):
        self.turns = 0
        self.shown = []
        self.threads = set()
        self.third_turn = threading.Event()

    def spin(self):
        self.threads.add(threading.current_thread())
        self.turns += 1
        if self.turns == 3:
            self.third_turn.set()

    def show(self, percent):
        self.threads.add(threading.current_thread())
        self.shown.append(percent)


@pytest.fixture
def page():
    return Page()


def load_at_once(report):
    return STOCK


def test_it_returns_what_load_gives(page):
    assert asyncio.run(keep_alive(load_at_once, page, 0.001)) is STOCK


def test_the_wheel_turns_while_load_blocks(page):
    def load(report):
        return "alive" if page.third_turn.wait(timeout=0.4) else "the page froze"

    assert asyncio.run(keep_alive(load, page, 0.001)) == "alive"


def test_the_wheel_turns_once_at_the_start(page):
    asyncio.run(keep_alive(load_at_once, page, 30))
    assert page.turns == 1


def test_the_pause_between_two_turns_is_kept(page):
    def load(report):
        return page.third_turn.wait(timeout=0.03)

    assert asyncio.run(keep_alive(load, page, 30)) is False
    assert page.turns == 1


def test_every_report_is_shown_in_order(page):
    def load(report):
        for percent in (0, 25, 50, 75, 100):
            report(percent)

    async def main():
        await keep_alive(load, page, 0.001)
        return list(page.shown)

    assert asyncio.run(main()) == [0, 25, 50, 75, 100]


def test_a_report_is_shown_before_load_has_ended(page):
    seen = []

    def load(report):
        report(50)
        page.third_turn.wait(timeout=0.4)
        seen.extend(page.shown)

    asyncio.run(keep_alive(load, page, 0.001))
    assert seen == [50]


def test_a_report_need_not_wait_for_the_wheel(page):
    shown = threading.Event()
    page.show = lambda percent: shown.set()

    def load(report):
        page.third_turn.wait(timeout=0.03)
        report(50)
        return shown.wait(timeout=0.4)

    assert asyncio.run(keep_alive(load, page, 30)) is True


def test_only_the_loops_thread_touches_the_page(page):
    def load(report):
        report(10)
        report(20)

    asyncio.run(keep_alive(load, page, 0.001))
    assert page.threads == {threading.main_thread()}


@pytest.mark.parametrize("problem", [OSError, KeyError, ValueError])
def test_an_exception_from_load_comes_out(page, problem):
    def load(report):
        raise problem("the warehouse does not answer")

    with pytest.raises(problem, match="does not answer"):
        asyncio.run(keep_alive(load, page, 0.001))


@pytest.mark.parametrize("problem", [None, OSError("no answer")])
def test_the_wheel_stands_still_afterwards(page, problem):
    def load(report):
        if problem:
            raise problem

    async def main():
        try:
            await keep_alive(load, page, 0.001)
        except OSError:
            pass
        await asyncio.sleep(0)
        turns = page.turns
        await asyncio.sleep(0.01)
        return page.turns - turns

    assert asyncio.run(main()) == 0
    assert page.turns > 0
