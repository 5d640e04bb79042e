import asyncio

import pytest
from double_spend import Till


class Store:
    """The database: every access takes a moment; notes how many cards are in use at once."""

    def __init__(self, **cards):
        self.cards = cards
        self.reading = 0
        self.most_reading = 0
        self.broken = None

    async def read(self, card):
        self.reading += 1
        self.most_reading = max(self.most_reading, self.reading)
        await asyncio.sleep(0.001)
        self.reading -= 1
        if self.broken == "read":
            raise OSError("the database does not answer")
        return self.cards[card]

    async def write(self, card, cents):
        await asyncio.sleep(0.001)
        if self.broken == "write":
            raise OSError("the database does not answer")
        self.cards[card] = cents


def at_once(store, *calls):
    """Make a till and call its methods all at once; return the answers."""

    async def main():
        till = Till(store)
        tasks = [getattr(till, method)(card, cents) for method, card, cents in calls]
        return await asyncio.wait_for(asyncio.gather(*tasks), 0.5)

    return asyncio.run(main())


def test_a_payment_takes_the_money_off():
    store = Store(C1=4000)
    assert at_once(store, ("pay", "C1", 1500)) == [True]
    assert store.cards == {"C1": 2500}


def test_the_card_may_be_emptied():
    store = Store(C1=4000)
    assert at_once(store, ("pay", "C1", 4000)) == [True]
    assert store.cards == {"C1": 0}


def test_a_cent_too_few_is_refused_and_stays_on_the_card():
    store = Store(C1=3999)
    assert at_once(store, ("pay", "C1", 4000)) == [False]
    assert store.cards == {"C1": 3999}


def test_a_top_up_puts_money_on():
    store = Store(C1=100)
    at_once(store, ("top_up", "C1", 500))
    assert store.cards == {"C1": 600}


def test_two_taps_pay_once():
    store = Store(C1=4000)
    assert at_once(store, ("pay", "C1", 4000), ("pay", "C1", 4000)) == [True, False]
    assert store.cards == {"C1": 0}


def test_three_small_payments_are_all_counted():
    store = Store(C1=1000)
    assert at_once(store, *[("pay", "C1", 300)] * 4) == [True, True, True, False]
    assert store.cards == {"C1": 100}


def test_a_top_up_during_a_payment_arrives():
    store = Store(C1=4000)
    at_once(store, ("pay", "C1", 1000), ("top_up", "C1", 500))
    assert store.cards == {"C1": 3500}


def test_two_top_ups_both_arrive():
    store = Store(C1=0)
    at_once(store, ("top_up", "C1", 500), ("top_up", "C1", 700))
    assert store.cards == {"C1": 1200}


def test_different_cards_do_not_wait_for_each_other():
    store = Store(C1=100, C2=100, C3=100)
    at_once(store, ("pay", "C1", 10), ("top_up", "C2", 10), ("pay", "C3", 10))
    assert store.most_reading == 3
    assert store.cards == {"C1": 90, "C2": 110, "C3": 90}


@pytest.mark.parametrize("method", ["pay", "top_up"])
@pytest.mark.parametrize("broken", ["read", "write"])
def test_after_a_failure_the_card_can_be_used_again(method, broken):
    store = Store(C1=4000)

    async def main():
        till = Till(store)
        store.broken = broken
        with pytest.raises(OSError, match="does not answer"):
            await getattr(till, method)("C1", 1000)
        store.broken = None
        return await asyncio.wait_for(till.pay("C1", 1000), 0.3)

    assert asyncio.run(main()) is True
    assert store.cards == {"C1": 3000}


def test_after_a_refusal_the_card_can_be_used_again():
    store = Store(C1=1000)
    assert at_once(store, ("pay", "C1", 2000), ("pay", "C1", 1000)) == [False, True]


def test_a_tap_that_comes_later_waits_its_turn_too():
    store = Store(C1=600)

    async def main():
        till = Till(store)
        first, second = (asyncio.create_task(till.pay("C1", 300)) for _ in range(2))
        await first
        return await asyncio.wait_for(asyncio.gather(second, till.pay("C1", 300)), 0.5)

    assert asyncio.run(main()) == [True, False]
    assert store.cards == {"C1": 0}


@pytest.mark.parametrize("method", ["pay", "top_up"])
def test_after_a_cancelled_call_the_card_can_be_used_again(method):
    store = Store(C1=4000)

    async def main():
        till = Till(store)
        task = asyncio.create_task(getattr(till, method)("C1", 1000))
        while not (store.reading or task.done()):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled(), await asyncio.wait_for(till.pay("C1", 1000), 0.3)

    assert asyncio.run(main()) == (True, True)
    assert store.cards == {"C1": 3000}
