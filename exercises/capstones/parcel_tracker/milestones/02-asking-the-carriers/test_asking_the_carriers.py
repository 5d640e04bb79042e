import asyncio

from data.stand_ins import StandIn, run, until

from parcel_tracker.carriers import CarrierError, FakeCarrier
from parcel_tracker.desk import Answer, CarrierDesk
from parcel_tracker.store import Parcel


def parcels(carrier, count):
    """So many parcels of one carrier: gull-1, gull-2 ..."""
    numbers = [f"{carrier}-{number}" for number in range(1, count + 1)]
    return [Parcel(number, carrier, "packed") for number in numbers]


class Taken(list):
    """The answers that were handed over, in order."""

    async def take(self, answer):
        self.append(answer)

    def numbers(self):
        return [answer.number for answer in self]


def ask_all(carriers, wanted, **limits):
    """Ask about all parcels with a new desk; return the answers that were taken."""

    async def story():
        taken = Taken()
        await CarrierDesk(carriers, **limits).ask_all(wanted, taken.take)
        return taken

    return run(story())


def test_an_answer_has_the_status():
    gull = StandIn({"gull-1": "in the van"})
    answer = run(CarrierDesk({"gull": gull}).ask(Parcel("gull-1", "gull", "packed")))
    assert answer == Answer("gull-1", "in the van", "")


def test_the_right_carrier_is_asked_once_about_each_parcel():
    gull, heron = StandIn(), StandIn()
    taken = ask_all({"gull": gull, "heron": heron}, parcels("gull", 2) + parcels("heron", 1))
    assert sorted(gull.asked) == ["gull-1", "gull-2"]
    assert heron.asked == ["heron-1"]
    assert sorted(taken.numbers()) == ["gull-1", "gull-2", "heron-1"]


def test_all_carriers_are_asked_at_the_same_time():
    carriers = {name: StandIn(silent=True) for name in ("gull", "heron", "tern")}

    async def story():
        wanted = [parcel for name in carriers for parcel in parcels(name, 2)]
        asking = asyncio.create_task(CarrierDesk(carriers).ask_all(wanted, Taken().take))
        await until(lambda: all(carrier.open == 2 for carrier in carriers.values()))
        for carrier in carriers.values():
            carrier.speak()
        await asking

    run(story())


def test_as_many_questions_are_open_at_a_carrier_as_allowed_and_not_more():
    for limit in (1, 3):
        gull, heron = StandIn(), StandIn()
        wanted = parcels("gull", 7) + parcels("heron", 7)
        taken = ask_all({"gull": gull, "heron": heron}, wanted, limit=limit)
        assert (gull.most_open, heron.most_open) == (limit, limit)
        assert len(taken) == 14


def test_the_limit_holds_for_single_questions_as_well():
    gull = StandIn()

    async def story():
        desk = CarrierDesk({"gull": gull}, limit=2)
        one_by_one = [desk.ask(parcel) for parcel in parcels("gull", 5)]
        several = desk.ask_all(parcels("gull", 5), Taken().take)
        await asyncio.gather(*one_by_one, several)

    run(story())
    assert len(gull.asked) == 10
    assert gull.most_open == 2


def test_four_questions_are_open_at_a_carrier_when_nothing_else_is_said():
    gull = StandIn()
    ask_all({"gull": gull}, parcels("gull", 9))
    assert gull.most_open == 4


def test_answers_are_handed_over_while_another_carrier_is_silent():
    gull, heron = StandIn(), StandIn(silent=True)

    async def story():
        taken = Taken()
        desk = CarrierDesk({"gull": gull, "heron": heron}, limit=2)
        wanted = parcels("heron", 5) + parcels("gull", 3)
        asking = asyncio.create_task(desk.ask_all(wanted, taken.take))
        await until(lambda: len(taken) == 3)
        assert sorted(taken.numbers()) == ["gull-1", "gull-2", "gull-3"]
        assert not asking.done()
        heron.speak()
        await asking
        assert len(taken) == 8

    run(story())


def test_a_carrier_that_does_not_answer_in_time_is_a_problem():
    heron = StandIn(silent=True)
    answers = ask_all({"heron": heron}, parcels("heron", 2), timeout=0.01)
    assert [answer.status for answer in answers] == [None, None]
    assert all("heron" in answer.problem for answer in answers)
    assert heron.open == 0


def test_waiting_for_a_place_does_not_count_as_waiting_for_the_carrier():
    class FirstHangs(StandIn):
        async def status(self, number):
            if number == "gull-1":
                await asyncio.sleep(30)
            return "in the van"

    taken = ask_all({"gull": FirstHangs()}, parcels("gull", 3), limit=1, timeout=0.02)
    assert [answer.status for answer in taken] == [None, "in the van", "in the van"]


def test_a_carrier_that_fails_is_a_problem_and_the_others_answer():
    broken = StandIn({"heron-1": CarrierError("down"), "heron-2": KeyError("status")})
    wanted = parcels("heron", 2) + parcels("gull", 1)
    taken = ask_all({"gull": StandIn(), "heron": broken}, wanted, limit=1)
    answers = {answer.number: answer for answer in taken}
    assert answers["gull-1"] == Answer("gull-1", "on the road", "")
    assert answers["heron-1"].status is None and "down" in answers["heron-1"].problem
    assert answers["heron-2"].status is None and "heron" in answers["heron-2"].problem


def test_a_carrier_that_nobody_knows_is_a_problem():
    taken = ask_all({"gull": StandIn()}, parcels("owl", 1) + parcels("gull", 1))
    answers = {answer.number: answer for answer in taken}
    assert answers["owl-1"].status is None and "owl" in answers["owl-1"].problem
    assert answers["gull-1"].status == "on the road"


def test_no_question_stays_open_when_asking_is_cancelled():
    gull = StandIn(silent=True)

    async def story():
        taken = Taken()
        asking = asyncio.create_task(
            CarrierDesk({"gull": gull}).ask_all(parcels("gull", 6), taken.take)
        )
        await until(lambda: gull.open == 4)
        asking.cancel()
        await asyncio.wait([asking])
        assert asking.cancelled()
        assert gull.open == 0
        assert taken == []

    run(story())


def test_the_fake_carrier_takes_a_parcel_along_its_journey():
    async def story():
        carrier = FakeCarrier(pause=0)
        return [await carrier.status("A-1") for _ in range(6)], await carrier.status("B-2")

    stops = ["packed", "on the road", "in the depot", "in the van", "delivered", "delivered"]
    assert run(story()) == (stops, "packed")


def test_the_fake_carrier_is_late_or_fails_when_it_is_told_to():
    async def story():
        quick = CarrierDesk({"quick": FakeCarrier()}, timeout=0.9)
        assert (await quick.ask(Parcel("A-1", "quick", "packed"))).status == "packed"
        late = FakeCarrier(pause=0, late_every=3)
        failing = FakeCarrier(pause=0, fails_every=2)
        desk = CarrierDesk({"late": late, "failing": failing}, timeout=0.01)
        wanted = parcels("late", 3) + parcels("failing", 3)
        return [(await desk.ask(parcel)).problem == "" for parcel in wanted]

    assert run(story()) == [True, True, False, True, False, True]
